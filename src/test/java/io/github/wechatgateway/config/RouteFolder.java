package io.github.wechatgateway.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.camel.CamelContext;
import org.apache.camel.impl.DefaultCamelContext;

/** A folder of route files that has the routes that must be there, and what a test adds. */
final class RouteFolder {
  private static final List<String> CORE =
      List.of(
          "answer-failure",
          "check-url",
          "call-wechat",
          "claim",
          "open-envelope",
          "receive-callback",
          "renew-token",
          "route-event",
          "route-message",
          "seal-reply",
          "send-request");

  private final Path folder;

  RouteFolder(Path folder) throws IOException {
    this.folder = folder;
    for (String name : CORE) {
      handler(name, "- stop: {}");
    }
  }

  void handler(String name, String... steps) throws IOException {
    file(name, route(name, "direct:" + name, steps));
  }

  void file(String name, String yaml) throws IOException {
    Files.writeString(path(name), yaml);
  }

  void delete(String name) throws IOException {
    Files.delete(path(name));
  }

  List<String> problems() throws IOException {
    try (DefaultCamelContext context = new DefaultCamelContext()) {
      return problems(context);
    }
  }

  List<String> problems(CamelContext context) {
    return RouteFiles.problems(context, "file:" + folder + "/*.camel.yaml", null).stream()
        .map(problem -> problem.toString().replace(folder + "/", ""))
        .toList();
  }

  /** Its steps begin in the sixth line. */
  static String route(String id, String from, String... steps) {
    return """
        - route:
            id: %s
            from:
              uri: %s
              steps:
        %s
        """
        .formatted(id, from, String.join("\n", steps).indent(8).stripTrailing());
  }

  private Path path(String name) {
    return folder.resolve(name + ".camel.yaml");
  }
}
