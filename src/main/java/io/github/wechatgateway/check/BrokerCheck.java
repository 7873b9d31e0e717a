package io.github.wechatgateway.check;

import io.github.wechatgateway.config.Address;
import io.github.wechatgateway.late.Broker;
import io.github.wechatgateway.late.Connections;
import jakarta.jms.JMSException;
import jakarta.jms.JMSSecurityException;
import java.io.IOException;
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
      Connections.trySignIn(url, callTime);
      return Finding.ok("takes our connections");
    } catch (JMSSecurityException refused) {
      return Finding.problem("does not let us in", "let it take clients without a password");
    } catch (JMSException absent) {
      return Finding.problem("no connection: " + absent.getMessage(), LOOK_AT_BROKER);
    }
  }
}
