package io.github.wechatgateway.routes;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wechatgateway.RouteUnderTest;
import java.util.List;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The routes of the gateway API, each with what happens in it in turn. */
class ApiRoutesTest {
  private static final String REFUSED = "refused";
  private static final List<String> STEPS =
      List.of(
          "authorize-client",
          "read-json",
          "give-access-token",
          "give-another-token",
          "give-jsapi-ticket",
          "give-openapi",
          "address-message",
          "name-message",
          "put-message",
          "give-dead-letters",
          "give-records",
          "retry-dead-letter",
          "delete-dead-letter",
          "read-uploaded-file",
          "tell-uploaded",
          "name-media",
          "give-file",
          "read-relayed-call",
          "relay",
          "answer-problem");

  @RegisterExtension static final RouteUnderTest TOKEN = route("api-token");
  @RegisterExtension static final RouteUnderTest TICKET = route("api-jsapi-ticket");
  @RegisterExtension static final RouteUnderTest INVALIDATE = route("api-invalidate-token");
  @RegisterExtension static final RouteUnderTest OPENAPI = route("api-openapi");
  @RegisterExtension static final RouteUnderTest SEND = route("api-send-message");
  @RegisterExtension static final RouteUnderTest DEAD = route("api-dead-letters");
  @RegisterExtension static final RouteUnderTest RECORDS = route("api-records");
  @RegisterExtension static final RouteUnderTest RETRY = route("api-retry-dead-letter");
  @RegisterExtension static final RouteUnderTest DELETE = route("api-delete-dead-letter");
  @RegisterExtension static final RouteUnderTest UPLOAD = route("api-upload-media");
  @RegisterExtension static final RouteUnderTest DOWNLOAD = route("api-download-media");
  @RegisterExtension static final RouteUnderTest RELAY = route("api-relay");

  @Test
  void what_a_client_asks_for_is_done_after_it_is_authorized() {
    assertThat(ask(TOKEN, "")).isEqualTo(" authorize-client give-access-token");
    assertThat(ask(TICKET, "")).isEqualTo(" authorize-client give-jsapi-ticket");
    assertThat(ask(INVALIDATE, "")).isEqualTo(" authorize-client read-json give-another-token");
    assertThat(ask(OPENAPI, "")).isEqualTo(" give-openapi");
    assertThat(ask(SEND, ""))
        .isEqualTo(" authorize-client name-message read-json address-message put-message");
    assertThat(ask(DEAD, "")).isEqualTo(" authorize-client give-dead-letters");
    assertThat(ask(RECORDS, "")).isEqualTo(" authorize-client give-records");
    assertThat(ask(RETRY, "")).isEqualTo(" authorize-client retry-dead-letter");
    assertThat(ask(DELETE, "")).isEqualTo(" authorize-client delete-dead-letter");
    assertThat(ask(RELAY, "")).isEqualTo(" authorize-client read-relayed-call relay");
  }

  @Test
  void what_others_do_too_goes_through_their_routes() {
    through(UPLOAD, "upload-media");
    through(DOWNLOAD, "download-media");

    assertThat(ask(UPLOAD, ""))
        .isEqualTo(" authorize-client read-uploaded-file upload-media tell-uploaded");
    assertThat(ask(DOWNLOAD, ""))
        .isEqualTo(" authorize-client name-media download-media give-file");
  }

  @Test
  void whoever_is_not_is_told_so_and_nothing_else_happens() {
    for (RouteUnderTest route :
        List.of(
            TOKEN,
            TICKET,
            INVALIDATE,
            SEND,
            DEAD,
            RECORDS,
            RETRY,
            DELETE,
            UPLOAD,
            DOWNLOAD,
            RELAY)) {
      assertThat(ask(route, REFUSED)).isEqualTo("refused authorize-client answer-problem");
    }
  }

  private static RouteUnderTest route(String name) {
    RouteUnderTest route = new RouteUnderTest("api/" + name, "policies/api-failed");
    for (String step : STEPS) {
      route.step(step, exchange -> pass(step, exchange));
    }
    return route;
  }

  private static void through(RouteUnderTest route, String other) {
    route.mock(other).whenAnyExchangeReceived(exchange -> pass(other, exchange));
  }

  private static String ask(RouteUnderTest route, String body) {
    Exchange answered = route.send(request -> request.getMessage().setBody(body));
    assertThat(answered.getException()).isNull();
    return answered.getMessage().getBody(String.class);
  }

  private static void pass(String step, Exchange exchange) {
    String before = exchange.getMessage().getBody(String.class);
    exchange.getMessage().setBody(before + " " + step);
    if (before.equals(REFUSED)) {
      throw new IllegalStateException("refused");
    }
  }
}
