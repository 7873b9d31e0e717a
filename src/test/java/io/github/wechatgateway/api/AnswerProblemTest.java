package io.github.wechatgateway.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.wechatgateway.LogLines;
import io.github.wechatgateway.observe.Counters;
import io.github.wechatgateway.observe.LogApiFailure;
import io.github.wechatgateway.reply.ReplyReader;
import io.github.wechatgateway.wechat.ErrCode;
import io.github.wechatgateway.wechat.WeChatRefusals;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class AnswerProblemTest {
  @RegisterExtension final LogLines log = new LogLines(LogApiFailure.class);

  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private final AnswerProblem step =
      new AnswerProblem(
          new LogApiFailure(),
          new Counters(meters),
          InstantSource.fixed(Instant.parse("2024-06-01T04:00:00.001Z")));

  @Test
  void a_refusal_of_wechats_has_its_errcode_and_a_reason() {
    Exchange answered = answer(WeChatRefusals.refusal(45015, ErrCode.OUTSIDE_WINDOW));

    assertThat(text(answered))
        .isEqualTo(
            """
            {"type":"about:blank","title":"Unprocessable Entity","status":422,\
            "detail":"account=demo /cgi-bin/message/custom/send: errcode 45015,\
             the user has not written for 48 hours, or has left (answer when the user writes again)",\
            "errcode":45015,"reason":"outside-window"}""");
    assertThat(answered.getMessage().getHeaders())
        .isEqualTo(
            Map.of(
                Exchange.HTTP_RESPONSE_CODE,
                422,
                Exchange.CONTENT_TYPE,
                "application/problem+json",
                "Cache-Control",
                "no-store"));
  }

  @Test
  void one_without_an_errcode_has_the_reason_alone() {
    assertThat(text(answer(WeChatRefusals.refusal(0, ErrCode.UNREACHABLE))))
        .contains("\"status\":502", "\"reason\":\"unreachable\"")
        .doesNotContain("\"errcode\"");
  }

  @Test
  void who_asks_too_often_is_told_when_to_ask_again_in_whole_seconds() {
    Exchange answered = answer(WeChatRefusals.refusal(45009, ErrCode.DAILY_QUOTA));

    assertThat(answered.getMessage().getHeader("Retry-After")).isEqualTo(12 * 60 * 60L);
  }

  @Test
  void a_message_that_wechat_would_not_show_is_a_bad_request() {
    Throwable bad = catchThrowable(() -> ReplyReader.read(Map.of("msgtype", "text")));

    assertThat(text(answer(bad)))
        .contains("\"status\":400", "\"title\":\"Bad Request\"", "text: missing");
  }

  @Test
  void whatever_else_is_thrown_is_our_own_failure_and_told_without_its_text() {
    Exchange answered = answer(new IllegalStateException("secret", new Error("secret")));

    assertThat(text(answered))
        .isEqualTo(
            """
            {"type":"about:blank","title":"Internal Server Error","status":500,\
            "detail":"the gateway failed, and its log says how"}""");
    assertThat(log.lines()).hasSize(1);
    assertThat(log.lines().get(0))
        .startsWith("ERROR client=crm account=demo route=null failed. java.lang.IllegalState")
        .contains("AnswerProblemTest", " <- java.lang.Error")
        .doesNotContain("secret");
  }

  @Test
  void what_a_client_does_wrong_is_counted_and_not_logged() {
    answer(ApiProblem.unauthorized("missing"));
    answer(ApiProblem.unauthorized("missing"));

    assertThat(log.lines()).isEmpty();
    assertThat(
            meters
                .get("wechat_api_problems")
                .tags("client", "crm", "status", "401")
                .counter()
                .count())
        .isEqualTo(2);
  }

  private Exchange answer(Throwable thrown) {
    Exchange exchange = new DefaultExchange(new DefaultCamelContext());
    exchange.setProperty(Exchange.EXCEPTION_CAUGHT, thrown);
    exchange.setProperty("wechatClient", "crm");
    exchange.setProperty("wechatAccount", "demo");
    exchange.getMessage().setHeader("WWW-Authenticate", "from the query");
    step.process(exchange);
    return exchange;
  }

  private static String text(Exchange answered) {
    return UTF_8.decode(answered.getMessage().getBody(ByteBuffer.class)).toString();
  }
}
