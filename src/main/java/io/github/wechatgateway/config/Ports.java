package io.github.wechatgateway.config;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Finds out whether the gateway can listen where it is told to: Camel would only log that it can't,
 * and go on.
 */
public final class Ports {
  private static final int MAX = 65535;

  /** What Camel 4.18 takes for Kubernetes' own variables and ignores, and what does its work. */
  private static final Map<String, String> IGNORED =
      Map.of(
          "CAMEL_SERVER_PORT",
          "WECHAT_LISTEN",
          "CAMEL_MANAGEMENT_PORT",
          "WECHAT_MANAGEMENT_LISTEN");

  private Ports() {}

  public static List<Problem> problems(Settings settings) {
    List<Problem> problems = new ArrayList<>();
    IGNORED.forEach(
        (ignored, instead) -> {
          if (System.getenv(ignored) != null) {
            problems.add(
                new Problem(ignored, "set, but without effect", "the variable " + instead));
          }
        });
    for (String server : List.of("camel.server", "camel.management")) {
      int port = settings.number(server + ".port", 0, MAX);
      String host =
          settings.required(server + ".host", Settings.ANYTHING, "an address of this machine");
      try (ServerSocket socket = new ServerSocket()) {
        socket.bind(new InetSocketAddress(host, port));
      } catch (IOException taken) {
        problems.add(
            new Problem(
                server + ".port",
                "can't listen on %s:%d: %s".formatted(host, port, taken.getMessage()),
                "a free port of this machine"));
      }
    }
    return problems;
  }
}
