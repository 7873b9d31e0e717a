package io.github.wechatgateway.check;

import io.github.wechatgateway.wechat.HostTrial;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import javax.net.ssl.SSLException;

/** Looks for a host of WeChat's API: its name, the way there, its certificate. */
public final class HostCheck {
  private static final int PROXY_WANTS_PASSWORD = 407;
  private static final String LOOK_AT_DNS =
      "compare wechat.api.url; look at this machine's DNS (/etc/resolv.conf)";
  private static final String LOOK_AT_WAY = "let the firewall pass it, or set wechat.api.proxy";
  private static final String LOOK_AT_TLS =
      "is it opened on the way, or is another host there? An authority of your own belongs into"
          + " the trust store (-Djavax.net.ssl.trustStore=…)";
  private static final String LOOK_AT_PROXY =
      "compare wechat.api.proxy-user and wechat.api.proxy-password";

  private final HostTrial trial;

  public HostCheck(HostTrial trial) {
    this.trial = trial;
  }

  public Check of(URI host) {
    return new Check("host " + host.getHost(), () -> look(host), LOOK_AT_WAY);
  }

  private Finding look(URI host) {
    String name = host.getHost();
    try {
      String way = trial.hasProxy() ? "through the proxy" : addresses(name);
      int status = trial.ask(host).status();
      if (status == PROXY_WANTS_PASSWORD) {
        return Finding.problem("the proxy wants a password, 407", LOOK_AT_PROXY);
      }
      boolean tls = host.getScheme().equals("https");
      return Finding.ok(way + (tls ? ", with a certificate that is trusted" : ", without TLS"));
    } catch (UnknownHostException unknown) {
      return Finding.problem("DNS: no address of " + unknown.getMessage(), LOOK_AT_DNS);
    } catch (SSLException untrusted) {
      return Finding.problem("TLS: " + root(untrusted), LOOK_AT_TLS);
    } catch (IOException unreachable) {
      return Finding.problem("no answer: " + root(unreachable), LOOK_AT_WAY);
    }
  }

  private static String addresses(String name) throws UnknownHostException {
    int number = InetAddress.getAllByName(name).length;
    return number == 1 ? "1 address" : number + " addresses";
  }

  /** These quote hosts and certificates alone: no token was on the way. */
  private static String root(Throwable thrown) {
    Throwable root = thrown;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return root.getClass().getSimpleName() + ", " + root.getMessage();
  }
}
