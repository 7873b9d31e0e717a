package io.github.wechatgateway.bench;

import io.github.wechatgateway.GatewayForTests;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Starts servers in a working folder, which has copies of {@code config} and {@code routes}. What
 * they log lies there too.
 */
record Servers(Path jdk, Path folder, List<String> jvm) {
  private static final Path JDK = Path.of(System.getProperty("java.home"));
  private static final String MEMORY = "-Xmx512m";

  /**
   * What the limit needs of the class path: its start must not pay for more. In a build the classes
   * are in the gateway's jar already.
   */
  private static final Pattern LIBRARIES =
      Pattern.compile(
          ".*(classes|(wechat-gateway|vertx-core|netty|caffeine|woodstox|stax2|jackson-core)[^/]*)");

  static Servers in(Path folder, List<String> jvm) throws IOException {
    for (String part : new String[] {"config", "routes"}) {
      try (Stream<Path> files = Files.walk(Path.of(part))) {
        for (Path file : files.toList()) {
          if (Files.isRegularFile(file)) {
            Path copy = folder.resolve(file.toString());
            Files.createDirectories(copy.getParent());
            Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
          }
        }
      }
    }
    return new Servers(JDK, folder, jvm);
  }

  /** The same, with other options, in another JDK. */
  Servers with(Path otherJdk, String... options) {
    return new Servers(otherJdk, folder, List.of(options));
  }

  Server start(Peer peer, Cores cores) throws IOException {
    int port = GatewayForTests.freePort();
    List<String> command = peer == Peer.GATEWAY ? gateway() : limit(peer, port);
    ProcessBuilder builder = new ProcessBuilder(cores.run(command)).directory(folder.toFile());
    builder.environment().put("WECHAT_LISTEN", Integer.toString(port));
    builder
        .environment()
        .put("WECHAT_MANAGEMENT_LISTEN", Integer.toString(GatewayForTests.freePort()));
    builder.environment().put("WECHAT_LISTEN_HOST", "127.0.0.1");
    builder.environment().put("WECHAT_MANAGEMENT_LISTEN_HOST", "127.0.0.1");
    builder.redirectErrorStream(true).redirectOutput(folder.resolve(peer + ".log").toFile());
    return Server.start(builder, port);
  }

  private List<String> gateway() {
    List<String> command = new ArrayList<>(List.of(java(jdk), MEMORY, "-Dcamel.main.profile=prod"));
    command.addAll(Account.arguments());
    command.addAll(jvm);
    command.add("-jar");
    command.add(Path.of("target", "wechat-gateway.jar").toAbsolutePath().toString());
    return command;
  }

  private static List<String> limit(Peer peer, int port) {
    String classPath =
        Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
            .filter(entry -> LIBRARIES.matcher(entry).matches())
            .collect(Collectors.joining(File.pathSeparator));
    return List.of(
        java(JDK),
        MEMORY,
        "-cp",
        classPath,
        LimitServer.class.getName(),
        Integer.toString(port),
        peer == Peer.LIMIT ? "hop" : "loop");
  }

  /** A client of its own process. */
  static LoadProcess load(Cores cores) throws IOException {
    return LoadProcess.start(
        cores.run(
            List.of(
                java(JDK),
                MEMORY,
                "-cp",
                System.getProperty("java.class.path"),
                Load.class.getName())));
  }

  private static String java(Path jdk) {
    return jdk.resolve("bin").resolve("java").toString();
  }
}
