package io.github.wechatgateway.check;

import io.github.wechatgateway.config.Address;
import io.github.wechatgateway.late.Broker;
import io.github.wechatgateway.late.Connections;
import jakarta.jms.JMSException;
import jakarta.jms.JMSSecurityException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Duration;

/** Looks for the broker of late messages: the journal of the one in a gateway, or one elsewhere. */
public final class BrokerCheck {
  private static final String LOOK_AT_BROKER =
      "look whether it runs, and whether the firewall passes it; compare wechat.queue.url";

  private final String url;
  private final Path folder;
  private final Duration callTime;
  private final Address callbacks;

  /**
   * For one gateway.
   *
   * @param url of a broker elsewhere; empty for the one in the gateway
   * @param folder of that one's journal
   * @param callTime that a call of the broker may take
   * @param callbacks where the gateway would listen, and may already
   */
  public BrokerCheck(String url, Path folder, Duration callTime, Address callbacks) {
    this.url = url;
    this.folder = folder;
    this.callTime = callTime;
    this.callbacks = callbacks;
  }

  /** What is to be found out. */
  public Check check() {
    return url.isEmpty()
        ? new Check("journal " + folder, this::journal, "look at the disk")
        : new Check("broker " + url, this::elsewhere, LOOK_AT_BROKER);
  }

  private Finding journal() {
    try {
      if (!Broker.runsIn(folder)) {
        return Finding.ok("free");
      }
      return callbacks.isServed()
          ? Finding.ok("in use, by the gateway that runs")
          : Finding.warning(
              "in use by another process, but not by a gateway at " + callbacks.uri(),
              "no second gateway starts in this folder: see wechat.queue.folder");
    } catch (IOException unreadable) {
      return Finding.problem(
          "not to be looked at: " + unreadable.getClass().getSimpleName(),
          "run this as the user that runs the gateway");
    }
  }

  private Finding elsewhere() {
    try {
      reach();
      Connections.trySignIn(url, callTime);
      return Finding.ok("takes our connections");
    } catch (UnknownHostException unknown) {
      return Finding.problem("DNS: no address of " + unknown.getMessage(), LOOK_AT_BROKER);
    } catch (IOException unreachable) {
      return Finding.problem("no connection: " + unreachable.getMessage(), LOOK_AT_BROKER);
    } catch (JMSSecurityException refused) {
      return Finding.problem("does not let us in", "let it take clients without a password");
    } catch (JMSException stranger) {
      return Finding.problem(
          "something listens there, and does not answer as Artemis does: " + stranger.getMessage(),
          LOOK_AT_BROKER);
    }
  }

  /** Artemis' client does not say what it fell over. */
  private void reach() throws IOException {
    int colon = url.lastIndexOf(':');
    InetAddress host = InetAddress.getByName(url.substring("tcp://".length(), colon));
    int port = Integer.parseInt(url.substring(colon + 1));
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(host, port), Math.toIntExact(callTime.toMillis()));
    }
  }
}
