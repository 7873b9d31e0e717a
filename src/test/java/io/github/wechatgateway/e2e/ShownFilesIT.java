package io.github.wechatgateway.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import io.github.wechatgateway.docs.Document;
import io.github.wechatgateway.docs.Document.Block;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The files that the documents show do what the documents say, put where they say. */
class ShownFilesIT {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Path FRONT = Path.of("README.md");
  private static final Path HANDLERS = Path.of("docs", "handlers.md");
  private static final Path REPLIES = Path.of("docs", "replies.md");

  @TempDir static Path empty;

  private static WorkingFolder folder;
  private static GatewayProcess gateway;

  @BeforeAll
  static void start_gateway() throws IOException {
    folder = WorkingFolder.in(empty);
    Path picture = Picture.in(empty);
    Path replies = empty.resolve("config/replies");
    Files.copy(picture, replies.resolve("app.png"));
    for (String name : List.of("welcome.jpg", "cover.jpg")) {
      ImageIO.write(ImageIO.read(picture.toFile()), "jpg", replies.resolve(name).toFile());
    }
    gateway = GatewayProcess.start(folder.path(), Map.of());
  }

  @AfterAll
  static void stop_gateway() {
    gateway.close();
  }

  static Stream<Block> replies() {
    return Document.of(REPLIES).blocks().stream()
        .filter(block -> block.language().equals("json") && block.code().startsWith("{"));
  }

  @ParameterizedTest
  @MethodSource("replies")
  void a_reply_reaches_the_user(Block reply) throws IOException {
    String type = JSON.readTree(reply.code()).path("msgtype").asText();
    folder.write("config/replies/click/" + type + ".json", reply.code());

    JsonNode delivered =
        deliver(
            message(
                "\"MsgType\": \"event\", \"Event\": \"CLICK\", \"EventKey\": \"" + type + "\""));

    if (type.equals("msgmenu")) { // no answer to WeChat can be one
      await()
          .untilAsserted(() -> assertThat(sent()).contains(JSON.readTree(reply.code()).get(type)));
    } else {
      assertThat(lastReply(delivered)).contains("<MsgType><![CDATA[" + type + "]]></MsgType>");
    }
  }

  @Test
  void keywords_are_found_in_texts() throws IOException {
    write(REPLIES, "\"keywords\"", "config/replies/keywords.json");

    assertThat(lastReply(text("Hello"))).contains("您好！");
    assertThat(lastReply(text("在哪里下载"))).contains("<MsgType><![CDATA[image]]></MsgType>");
  }

  @Test
  void the_handler_on_the_front_page_answers() throws IOException {
    write(FRONT, "id: on-location", "routes/handlers/on-location.camel.yaml");

    assertThat(lastReply(deliver(message("\"MsgType\": \"location\", \"Label\": \"Guangzhou\""))))
        .contains("You are at Guangzhou.");
  }

  @Test
  void a_handler_welcomes_by_a_file() throws IOException {
    write(REPLIES, "id: on-event-subscribe", "routes/handlers/on-event-subscribe.camel.yaml");

    assertThat(lastReply(deliver(message("\"MsgType\": \"event\", \"Event\": \"subscribe\""))))
        .contains("<MsgType><![CDATA[news]]></MsgType>");
  }

  @Test
  void an_event_gets_a_handler() throws IOException {
    String router = "            when:\n";
    folder.replace(
        "routes/router/route-event.camel.yaml",
        router,
        router + shown(HANDLERS, "- expression:").indent(14));
    write(
        HANDLERS,
        "id: on-event-location-select",
        "routes/handlers/on-event-location-select.camel.yaml");

    String event =
        "\"MsgType\": \"event\", \"Event\": \"location_select\", \"SendLocationInfo\": {\"Label\": \"Canton Tower\"}";
    assertThat(lastReply(deliver(message(event)))).contains("You chose Canton Tower.");
  }

  @Test
  void a_handler_asks_a_service() throws IOException {
    String handler = "routes/handlers/on-text.camel.yaml";
    String shipped = Files.readString(folder.path().resolve(handler));
    HttpServer service = service();
    try {
      String port = ":" + service.getAddress().getPort() + "/";
      folder.write(handler, shown(HANDLERS, "id: on-text").replace(":9000/", port));

      assertThat(lastReply(text("what?"))).contains("You asked: what?");
    } finally {
      service.stop(0);
      folder.write(handler, shipped);
    }
  }

  private static HttpServer service() throws IOException {
    HttpServer service =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    service.createContext(
        "/answers",
        exchange -> {
          byte[] question = exchange.getRequestBody().readAllBytes();
          byte[] answer = ("You asked: " + new String(question, UTF_8)).getBytes(UTF_8);
          exchange.sendResponseHeaders(200, answer.length);
          exchange.getResponseBody().write(answer);
          exchange.close();
        });
    service.start();
    return service;
  }

  private static void write(Path document, String part, String file) throws IOException {
    folder.write(file, shown(document, part));
  }

  /** The one block of a document that has this in it. */
  private static String shown(Path document, String part) {
    List<String> blocks =
        Document.of(document).blocks().stream()
            .map(Block::code)
            .filter(code -> code.contains(part))
            .toList();
    assertThat(blocks).as("%s in %s", part, document).hasSize(1);
    return blocks.get(0);
  }

  private static JsonNode text(String content) throws IOException {
    return deliver(message("\"MsgType\": \"text\", \"Content\": \"" + content + "\""));
  }

  private static String message(String elements) {
    return "{\"message\": {" + elements + "}}";
  }

  private static JsonNode deliver(String delivery) throws IOException {
    String delivered =
        WeChatClient.send(
                HttpRequest.newBuilder(gateway.demo().resolve("/sandbox/deliver"))
                    .POST(BodyPublishers.ofString(delivery)))
            .body();
    assertThat(gateway.log()).doesNotContain(" ERROR ", " WARN ");
    return JSON.readTree(delivered);
  }

  private static String lastReply(JsonNode delivered) {
    JsonNode tries = delivered.path("tries");
    return tries.path(tries.size() - 1).path("reply").asText(delivered.toString());
  }

  /** What the first user got as customer-service messages. */
  private static List<JsonNode> sent() throws IOException {
    String got =
        WeChatClient.send(
                HttpRequest.newBuilder(gateway.demo().resolve("/sandbox/sent?user=oSandboxUser1")))
            .body();
    return JSON.readTree(got).path("sent").findValues("msgmenu");
  }
}
