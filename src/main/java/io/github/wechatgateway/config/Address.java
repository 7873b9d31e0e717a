package io.github.wechatgateway.config;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.Locale;
import java.util.Map;

/** Where a server listens. */
public record Address(String host, int port) {
  private static final int MAX_PORT = 65535;

  /**
   * Camel takes the variables of its own keys for Kubernetes' and ignores them: what does their
   * work.
   */
  static final Map<String, String> VARIABLES =
      Map.of("camel.server", "WECHAT_LISTEN", "camel.management", "WECHAT_MANAGEMENT_LISTEN");

  /** Reads {@code <server>.host} and {@code .port}, and notes it if nobody can listen there. */
  public static Address of(String server, Settings settings) {
    String ignored = server.toUpperCase(Locale.ROOT).replace('.', '_') + "_PORT";
    if (System.getenv(ignored) != null) {
      settings.wrong(ignored, "set, but without effect", "the variable " + VARIABLES.get(server));
    }
    int port = settings.number(server + ".port", 0, MAX_PORT);
    String host =
        settings.required(server + ".host", Settings.ANYTHING, "an address of this machine");
    try (ServerSocket socket = new ServerSocket()) {
      socket.bind(new InetSocketAddress(host, port));
    } catch (IOException taken) {
      settings.wrong(
          server + ".port",
          "can't listen on %s:%d: %s".formatted(host, port, taken.getMessage()),
          "a free port and an address of this machine");
    }
    return new Address(host, port);
  }

  /** Notes it if this server would listen where another does: Vert.x lets two share a port. */
  public void refuseSharing(Address other, String server, String otherServer, Settings settings) {
    if (port != 0 && port == other.port && overlaps(other)) {
      settings.wrong(
          server + ".port",
          "the port of " + otherServer + ".port",
          "a port of its own, or another address");
    }
  }

  private boolean overlaps(Address other) {
    InetAddress mine = new InetSocketAddress(host, port).getAddress();
    InetAddress theirs = new InetSocketAddress(other.host, port).getAddress();
    return mine != null
        && theirs != null // else it is told that nobody can listen there
        && (mine.equals(theirs) || mine.isAnyLocalAddress() || theirs.isAnyLocalAddress());
  }
}
