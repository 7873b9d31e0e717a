package io.github.wechatgateway.config;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Locale;
import java.util.Map;

/** Where a server listens. */
public record Address(String host, int port) {
  /** Any port of this machine that is free, for this machine alone. */
  public static final Address LOOPBACK = new Address("127.0.0.1", 0);

  private static final String CALLBACKS = "camel.server";
  private static final String MANAGEMENT = "camel.management"; // Camel listens there
  private static final int MAX_PORT = 65535;
  private static final int MILLIS_TO_CONNECT = 500;

  /**
   * Camel takes the variables of its own keys for Kubernetes' and ignores them: what does their
   * work.
   */
  static final Map<String, String> VARIABLES =
      Map.of(CALLBACKS, "WECHAT_LISTEN", MANAGEMENT, "WECHAT_MANAGEMENT_LISTEN");

  /**
   * Where callbacks are taken. It is noted if nobody can listen there, or where Camel's management
   * server does.
   *
   * @param beside whether a gateway may be there already, which is not noted then
   */
  public static Address ofCallbacks(Settings settings, boolean beside) {
    Address callbacks = read(CALLBACKS, settings);
    Address management = read(MANAGEMENT, settings);
    if (!beside || !callbacks.isServed()) {
      callbacks.refuseTaken(CALLBACKS, settings);
      management.refuseTaken(MANAGEMENT, settings);
    }
    management.refuseSharing(callbacks, MANAGEMENT, CALLBACKS, settings);
    return callbacks;
  }

  /** Reads {@code <server>.host} and {@code .port}. */
  private static Address read(String server, Settings settings) {
    String ignored = server.toUpperCase(Locale.ROOT).replace('.', '_') + "_PORT";
    if (System.getenv(ignored) != null) {
      settings.wrong(ignored, "set, but without effect", "the variable " + VARIABLES.get(server));
    }
    int port = settings.number(server + ".port", 0, MAX_PORT);
    String host =
        settings.required(server + ".host", Settings.ANYTHING, "an address of this machine");
    return new Address(host, port);
  }

  private void refuseTaken(String server, Settings settings) {
    try (ServerSocket socket = new ServerSocket()) {
      socket.bind(new InetSocketAddress(host, port));
    } catch (IOException taken) {
      settings.wrong(
          server + ".port",
          "can't listen on %s:%d: %s".formatted(host, port, taken.getMessage()),
          "a free port and an address of this machine");
    }
  }

  /** Whether a program on this machine listens there. */
  public boolean isServed() {
    if (port == 0) { // any that is free
      return false;
    }
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(local(), port), MILLIS_TO_CONNECT);
      return true;
    } catch (IOException nobody) {
      return false;
    }
  }

  /** Where a program on this machine reaches what listens there. */
  public URI uri() {
    String host = local();
    String bracketed = host.contains(":") ? "[" + host + "]" : host;
    return URI.create("http://%s:%d".formatted(bracketed, port));
  }

  private String local() {
    InetAddress own = new InetSocketAddress(host, 0).getAddress();
    if (own == null) { // a name that leads nowhere
      return host;
    }
    return own.isAnyLocalAddress() ? "127.0.0.1" : own.getHostAddress();
  }

  /** Notes it if this server would listen where another does: Vert.x lets two share a port. */
  void refuseSharing(Address other, String server, String otherServer, Settings settings) {
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
