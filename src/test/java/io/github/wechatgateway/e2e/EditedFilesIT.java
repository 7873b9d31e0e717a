package io.github.wechatgateway.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URLConnection;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that are edited while the sandbox runs. */
class EditedFilesIT {
  private static final String LINK = "routes/handlers/on-link.camel.yaml";

  @TempDir static Path empty;

  private static WorkingFolder folder;
  private static GatewayProcess gateway;

  @BeforeAll
  static void start_gateway() throws IOException {
    folder = WorkingFolder.in(empty);
    gateway = GatewayProcess.start(folder.path(), Map.of());
  }

  @AfterAll
  static void stop_gateway() {
    gateway.close();
  }

  @Test
  void a_changed_handler_takes_the_next_message() throws IOException {
    assertThat(deliver("link")).contains("您分享的链接");
    folder.write(LINK, link("first"));
    assertThat(deliver("link")).contains("first");
    folder.write(LINK, link("second"));

    assertThat(deliver("link")).contains("second");
    assertThat(gateway.log()).containsOnlyOnce("Listening on http://");
  }

  @Test
  void a_handler_and_its_line_in_the_router_are_there_with_the_next_message() throws IOException {
    folder.write(
        "routes/handlers/on-event-enter.camel.yaml",
        route("on-event-enter", "- setBody: {expression: {constant: {expression: come in}}}"));
    folder.replace(
        "routes/router/route-event.camel.yaml",
        "            when:\n",
        "            when:\n"
            + """
              - expression:
                  simple:
                    expression: ${exchangeProperty.wechatEvent} == 'enter'
                steps:
                  - to:
                      uri: direct:on-event-enter
            """
                .indent(12));

    assertThat(deliver("event\",\"Event\":\"enter")).contains("come in");
  }

  @Test
  void a_broken_handler_is_told_on_the_page_until_it_is_mended(@TempDir Path profile)
      throws IOException {
    String video = "routes/handlers/on-video.camel.yaml";
    try (Browser browser = Browser.start(profile)) {
      browser.size(1360, 900);
      browser.open("http://127.0.0.1:" + gateway.port() + "/sandbox/");
      folder.write(video, route("on-video", "- setBodi: {}"));
      String answer = deliver("video\",\"MediaId\":\"some");

      assertThat(answer).as("by the route that runs").contains("some");
      browser.see("#problems li", video + ":7");
      browser.screenshot("broken-handler");
      assertThat(gateway.log()).contains(video + ":7");

      folder.write(
          video, route("on-video", "- setBody: {expression: {constant: {expression: mended}}}"));
      assertThat(deliver("video\",\"MediaId\":\"some")).contains("mended");
      browser.see("body:not(:has(#problems:not([hidden])))");
    }
  }

  @Test
  void a_handler_that_throws_is_told_with_the_line_of_its_step() throws IOException {
    String shortvideo = "routes/handlers/on-shortvideo.camel.yaml";
    folder.write(
        shortvideo,
        route(
            "on-shortvideo",
            "- setBody:\n            expression: {simple: {expression: '${body.mediaIdd}'}}"));
    deliver("shortvideo\",\"MediaId\":\"some");

    assertThat(told("failed")).contains(shortvideo + ":7").contains("mediaIdd not found");
  }

  @Test
  void a_broken_reply_is_told_with_its_line() throws IOException {
    String image = "config/replies/image.json";
    String good = Files.readString(folder.path().resolve(image));
    folder.write(image, "{\n  \"msgtype\": image\n}");
    deliver("location");
    folder.write(image, good);
    deliver("location");

    assertThat(gateway.log()).containsOnlyOnce(image + ", line 2");
  }

  /** The first event of a name that a page is told. */
  private static String told(String event) throws IOException {
    URLConnection events = gateway.demo().resolve("/sandbox/events").toURL().openConnection();
    events.setReadTimeout(5_000);
    try (InputStream stream = events.getInputStream();
        BufferedReader lines = new BufferedReader(new InputStreamReader(stream, UTF_8))) {
      return lines
          .lines()
          .dropWhile(line -> !line.equals("event: " + event))
          .skip(1)
          .iterator()
          .next();
    }
  }

  private static String link(String text) {
    return route("on-link", "- setBody: {expression: {constant: {expression: " + text + "}}}");
  }

  /** Its step is in the seventh line. */
  private static String route(String id, String step) {
    return """
        - route:
            id: %s
            description: Is edited.
            from:
              uri: direct:%s
              steps:
                %s
        """
        .formatted(id, id, step);
  }

  private static String deliver(String type) {
    String message = "{\"message\":{\"MsgType\":\"" + type + "\"}}";
    return WeChatClient.send(
            HttpRequest.newBuilder(gateway.demo().resolve("/sandbox/deliver"))
                .POST(BodyPublishers.ofString(message)))
        .body();
  }
}
