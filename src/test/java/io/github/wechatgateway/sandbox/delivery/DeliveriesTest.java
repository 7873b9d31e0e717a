package io.github.wechatgateway.sandbox.delivery;

import static io.github.wechatgateway.sandbox.delivery.Samples.request;
import static io.github.wechatgateway.sandbox.delivery.Samples.seal;
import static io.github.wechatgateway.sandbox.delivery.StubGateway.CLOCK;
import static io.github.wechatgateway.sandbox.delivery.StubGateway.CLOSED;
import static io.github.wechatgateway.sandbox.delivery.StubGateway.SHORT;
import static io.github.wechatgateway.sandbox.delivery.StubGateway.SILENCE;
import static io.github.wechatgateway.sandbox.delivery.StubGateway.answer;
import static io.github.wechatgateway.sandbox.delivery.StubGateway.deliver;
import static io.github.wechatgateway.sandbox.delivery.StubGateway.status;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.wechatgateway.sandbox.delivery.StubGateway.Received;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.NetServer;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DeliveriesTest {
  private static final Duration LONGER = Duration.ofSeconds(2);
  private static final String NO_ANSWER = "no answer within 2 s";
  private static final String TEXT = "{'MsgType':'text','Content':'hi'}";

  private final Vertx vertx = Vertx.vertx();

  @AfterEach
  void stop() {
    vertx.close();
  }

  @Test
  void an_answered_message_is_sent_once_and_as_WeChat_sends_it() throws Exception {
    try (StubGateway gateway = new StubGateway(vertx, answer(""))) {
      deliver(gateway.deliveries(vertx), request("plain", TEXT));

      assertThat(gateway.received).hasSize(1);
      Received post = gateway.received.get(0);
      assertThat(post.path()).isEqualTo("/wechat/demo");
      assertThat(post.query())
          .matches("signature=[0-9a-f]{40}&timestamp=1718000137&nonce=[0-9]+&openid=oSandboxUser1");
      assertThat(post.contentType()).isEqualTo("text/xml");
      assertThat(post.userAgent()).isEqualTo("Mozilla/4.0");
      assertThat(post.body())
          .isEqualTo(
              "<xml><ToUserName><![CDATA[gh_7f083739789a]]></ToUserName>"
                  + "<FromUserName><![CDATA[oSandboxUser1]]></FromUserName>"
                  + "<CreateTime>1718000137</CreateTime><MsgType><![CDATA[text]]></MsgType>"
                  + "<Content><![CDATA[hi]]></Content><MsgId>1718000137000000000</MsgId></xml>");
    }
  }

  @Test
  void silence_three_times_is_a_fault() throws Exception {
    try (StubGateway gateway = new StubGateway(vertx, SILENCE)) {
      Delivered delivered = deliver(gateway.deliveries(vertx, SHORT), request("plain", TEXT));

      assertThat(delivered.seen()).isEqualTo(Seen.FAULT);
      assertThat(delivered.why())
          .isEqualTo("3 tries without an answer; the last: no answer within 0.3 s");
      assertThat(delivered.tries())
          .hasSize(3)
          .containsOnly(new Try(null, 0, null, "no answer within 0.3 s"));
    }
  }

  @Test
  void the_next_try_follows_one_that_was_late_or_closed_or_refused() throws Exception {
    assertTries(
        Seen.NOTHING,
        List.of("status 500 (expected: 200)", "closed without an answer"),
        status(500),
        CLOSED,
        answer("success"));
    assertTries(
        Seen.NOTHING,
        List.of(NO_ANSWER, "status 302 (expected: 200)"),
        SILENCE,
        request -> request.response().setStatusCode(302).putHeader("Location", "/").end(),
        answer(""));
    assertTries(
        Seen.FAULT,
        List.of("closed within the answer", NO_ANSWER, "status 204 (expected: 200)"),
        request -> {
          request.response().putHeader("Content-Length", "9").write("success");
          vertx.setTimer(50, later -> request.connection().close());
        },
        request -> request.response().setChunked(true).write("success"),
        status(204));
  }

  @Test
  void an_abnormal_answer_ends_the_tries() throws Exception {
    assertTries(Seen.FAULT, List.of(), answer("{}"));
  }

  @Test
  void an_answer_that_is_too_large_ends_them_too() throws Exception {
    assertTries(
        Seen.FAULT,
        List.of("body: too large (expected: at most 262144 bytes)"),
        answer("a".repeat(Poster.MAX_ANSWER + 1)));
  }

  @Test
  void nobody_there_is_said_so() throws Exception {
    URI closed;
    try (StubGateway gateway = new StubGateway(vertx, SILENCE)) {
      closed = gateway.base();
    }
    Deliveries deliveries =
        new Deliveries(vertx, () -> closed, CLOCK, (a, u, m, e) -> {}, Wire.TO_NOBODY, 1);

    Delivered delivered = deliver(deliveries, request("plain", TEXT));

    assertThat(delivered.why())
        .isEqualTo("3 tries without an answer; the last: connection refused");
  }

  @Test
  void an_answer_that_is_not_HTTP_is_none() throws Exception {
    NetServer server =
        vertx
            .createNetServer()
            .connectHandler(socket -> socket.handler(post -> socket.write("SSH-2.0\r\n\r\n")))
            .listen(0, "127.0.0.1")
            .toCompletionStage()
            .toCompletableFuture()
            .get(10, TimeUnit.SECONDS);
    URI base = URI.create("http://127.0.0.1:" + server.actualPort());
    Deliveries deliveries =
        new Deliveries(vertx, () -> base, CLOCK, (a, u, m, e) -> {}, Wire.TO_NOBODY, 1);

    assertThat(deliver(deliveries, request("plain", TEXT)).why())
        .isEqualTo("3 tries without an answer; the last: an answer that is not HTTP");
  }

  @Test
  void each_try_is_signed_and_encrypted_anew_and_carries_the_same_message() throws Exception {
    try (StubGateway gateway = new StubGateway(vertx, status(500))) {
      deliver(gateway.deliveries(vertx), request("safe", TEXT));

      assertThat(gateway.connections).hasSize(3).doesNotHaveDuplicates();
      assertThat(gateway.received).extracting(Received::query).doesNotHaveDuplicates();
      assertThat(gateway.received).extracting(Received::body).doesNotHaveDuplicates();
      List<String> messages = new ArrayList<>();
      for (Received post : gateway.received) {
        messages.add(
            new String(seal().open(between("<Encrypt><![CDATA[", "]]>", post.body())), UTF_8));
      }
      assertThat(messages).hasSize(3).containsOnly(messages.get(0));
      assertThat(messages.get(0)).contains("<MsgId>1718000137000000000</MsgId>");
    }
  }

  @Test
  void a_duplicate_keeps_its_id() throws Exception {
    String message = "{'MsgType':'text','MsgId':7}";
    try (StubGateway gateway = new StubGateway(vertx, answer(""))) {
      Deliveries deliveries = gateway.deliveries(vertx);
      deliver(deliveries, request("plain", message));
      deliver(deliveries, request("plain", message));

      assertThat(gateway.received)
          .extracting(post -> between("<MsgId>", "<", post.body()))
          .containsExactly("7", "7");
    }
  }

  @Test
  void what_the_user_did_is_told_once() throws Exception {
    List<String> told = new ArrayList<>();
    try (StubGateway gateway = new StubGateway(vertx, status(500))) {
      Acted acted =
          (account, user, msgType, event) -> {
            assertThat(gateway.received).isEmpty();
            told.add(String.join(" ", account, user, msgType, event));
          };
      Deliveries deliveries =
          new Deliveries(vertx, gateway::base, CLOCK, acted, Wire.TO_NOBODY, 1, SHORT);

      deliver(deliveries, request("plain", "{'MsgType':'event','Event':'CLICK'}"));
    }
    assertThat(told).containsExactly("demo oSandboxUser1 event CLICK");
  }

  @Test
  void no_more_than_the_limit_are_under_way() throws Exception {
    try (StubGateway gateway = new StubGateway(vertx, SILENCE)) {
      Deliveries deliveries =
          new Deliveries(vertx, gateway::base, CLOCK, (a, u, m, e) -> {}, Wire.TO_NOBODY, 1, SHORT);
      CompletableFuture<Delivered> first =
          deliveries.deliver(request("plain", TEXT)).toCompletableFuture();

      assertThatThrownBy(() -> deliver(deliveries, request("plain", TEXT)))
          .hasCauseInstanceOf(TooManyDeliveries.class)
          .hasMessageContaining("deliveries: 1 are under way (expected: fewer; try again later)");
      first.get(10, TimeUnit.SECONDS);
      assertThat(deliver(deliveries, request("plain", TEXT)).tries()).hasSize(3);
    }
  }

  @Test
  void a_failure_of_ours_ends_the_delivery() throws Exception {
    Acted broken =
        (account, user, msgType, event) -> {
          throw new IllegalStateException("broken");
        };
    Deliveries deliveries =
        new Deliveries(vertx, () -> URI.create("x"), CLOCK, broken, Wire.TO_NOBODY, 1, SHORT);

    for (int i = 0; i < 2; i++) {
      assertThatThrownBy(() -> deliver(deliveries, request("plain", TEXT)))
          .hasRootCauseMessage("broken");
    }
  }

  /** The two deliveries wait at the same time. */
  @Test
  void a_try_has_five_seconds() throws Exception {
    Handler<HttpServerRequest> drips =
        request -> {
          request.response().setChunked(true);
          vertx.setPeriodic(500, more -> request.response().write("<"));
        };
    try (StubGateway silent = new StubGateway(vertx, SILENCE, answer("success"));
        StubGateway slow = new StubGateway(vertx, drips, answer("success"))) {
      List<CompletableFuture<Delivered>> both = new ArrayList<>();
      for (StubGateway gateway : List.of(silent, slow)) {
        Deliveries deliveries =
            new Deliveries(
                vertx,
                gateway::base,
                InstantSource.system(),
                (a, u, m, e) -> {},
                Wire.TO_NOBODY,
                1);
        both.add(deliveries.deliver(request("plain", TEXT)).toCompletableFuture());
      }
      for (CompletableFuture<Delivered> one : both) {
        Delivered delivered = one.get(30, TimeUnit.SECONDS);

        assertThat(delivered.seen()).isEqualTo(Seen.NOTHING);
        assertThat(delivered.tries()).hasSize(2);
        assertThat(delivered.tries().get(0).error()).isEqualTo("no answer within 5 s");
        assertThat(delivered.tries().get(0).seconds()).isGreaterThan(4.9);
      }
    }
  }

  @SafeVarargs
  private void assertTries(Seen seen, List<String> errors, Handler<HttpServerRequest>... answers)
      throws Exception {
    try (StubGateway gateway = new StubGateway(vertx, answers)) {
      Delivered delivered = deliver(gateway.deliveries(vertx, LONGER), request("plain", TEXT));

      assertThat(delivered.seen()).isEqualTo(seen);
      assertThat(delivered.tries())
          .extracting(Try::error)
          .filteredOn(error -> error != null)
          .containsExactlyElementsOf(errors);
      if (seen == Seen.FAULT && !errors.isEmpty()) {
        assertThat(delivered.why()).endsWith(errors.get(errors.size() - 1));
      }
    }
  }

  private static String between(String start, String end, String text) {
    var matcher =
        Pattern.compile(Pattern.quote(start) + "(.*?)" + Pattern.quote(end)).matcher(text);
    assertThat(matcher.find()).isTrue();
    return matcher.group(1);
  }
}
