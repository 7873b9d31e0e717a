package io.github.wechatgateway.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.wechatgateway.junit.GatewayExtension;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What the chat page is told, as its browser reads it. */
@Timeout(30)
class EventsOverHttpTest {
  @RegisterExtension
  static final GatewayExtension GATEWAY =
      new GatewayExtension().setting("wechat.sandbox.max-listeners", "1");

  private static final StandIn STAND_IN = new StandIn(GATEWAY);

  @Test
  void a_delivery_is_told_with_each_try_and_what_the_user_sees() throws Exception {
    try (Listening page = new Listening()) {
      assertThat(page.next("hello").path("users")).hasSize(3);
      GATEWAY.deliverAs(Map.of("mode", "safe", "message", text(), "lostAnswers", 1));

      JsonNode delivery = page.next("delivery");
      assertThat(delivery.path("user").asText()).isEqualTo("oSandboxUser1");
      assertThat(delivery.path("xml").asText()).contains("<Content><![CDATA[hello]]></Content>");
      assertThat(page.next("try").path("error").asText()).contains("lost");
      JsonNode second = page.next("try");
      assertThat(second.path("url").asText()).contains("msg_signature=");
      assertThat(second.path("sent").asText()).contains("<Encrypt>").doesNotContain("hello");
      assertThat(second.path("answer").asText()).contains("<Encrypt>");
      assertThat(second.path("reply").asText()).contains("您好");
      assertThat(page.next("delivered").path("seen").asText()).isEqualTo("reply");
    }
  }

  @Test
  void a_call_of_the_api_is_told_with_its_answer_and_without_the_secret() throws Exception {
    try (Listening page = new Listening()) {
      STAND_IN.token();

      JsonNode call = page.next("call");
      while (!call.path("sent").asText().contains(StandIn.APP_ID)) {
        call = page.next("call");
      }
      assertThat(call.path("path").asText()).isEqualTo("/cgi-bin/stable_token");
      assertThat(call.path("sent").asText()).doesNotContain(StandIn.SECRET).contains("***");
      assertThat(call.path("answer").asText()).contains("access_token");
    }
  }

  @Test
  void more_pages_are_refused() throws Exception {
    try (Listening page = new Listening()) {
      page.next("hello");
      HttpResponse<String> refused = STAND_IN.get("/sandbox/events");

      assertThat(refused.statusCode()).isEqualTo(429);
      assertThat(refused.body()).contains("events: 1 pages listen");
    }
  }

  @Test
  void a_bad_signature_is_refused_three_times_and_is_a_fault() {
    assertThat(GATEWAY.deliverAs(Map.of("message", text(), "badSignature", true)).why())
        .contains("status 403");
  }

  private static Map<String, String> text() {
    return Map.of("MsgType", "text", "Content", "hello");
  }

  /** A page that listens. */
  private static final class Listening implements AutoCloseable {
    private final InputStream stream;
    private final BufferedReader lines;

    Listening() throws Exception {
      HttpResponse<InputStream> answer;
      do { // the one before may have been closed a moment ago
        answer =
            StandIn.HTTP.send(
                STAND_IN.request("/sandbox/events").build(), BodyHandlers.ofInputStream());
      } while (answer.statusCode() == 429);
      stream = answer.body();
      lines = new BufferedReader(new InputStreamReader(stream, UTF_8));
      assertThat(answer.headers().firstValue("Content-Type"))
          .hasValue("text/event-stream; charset=utf-8");
    }

    /** The data of the next event of that name. */
    JsonNode next(String name) throws Exception {
      String event = "";
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.startsWith("event: ")) {
          event = line.substring("event: ".length());
        } else if (line.startsWith("data: ") && event.equals(name)) {
          return new ObjectMapper().readTree(line.substring("data: ".length()));
        }
      }
      throw new AssertionError("the stream has ended");
    }

    @Override
    public void close() throws IOException {
      stream.close();
    }
  }
}
