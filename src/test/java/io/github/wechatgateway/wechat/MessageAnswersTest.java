package io.github.wechatgateway.wechat;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wechatgateway.junit.GatewayExtension;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** No message counts as sent that WeChat does not say it took. */
class MessageAnswersTest {
  private static final StubWeChat WECHAT = new StubWeChat(MessageAnswersTest::answer);

  @RegisterExtension
  static final GatewayExtension GATEWAY =
      new GatewayExtension()
          .setting("wechat.api.url", WECHAT.uri().toString())
          .setting("wechat.api.retries", "0")
          .setting("wechat.api.response-timeout", "1500")
          .setting("wechat.api.max-wait", "1")
          .setting("wechat.api.threads-per-account", "1");

  /** A text is what the user is sent, and what WeChat answers. */
  private static void answer(String request, OutputStream out)
      throws IOException, InterruptedException {
    if (request.contains("/cgi-bin/stable_token")) {
      StubWeChat.json(out, "{\"access_token\":\"t\",\"expires_in\":7200}");
    } else if (request.contains("silence")) {
      TimeUnit.SECONDS.sleep(3);
    } else if (request.contains("a proxy's")) {
      StubWeChat.json(out, "{\"code\":500,\"message\":\"gateway error\"}");
    } else if (request.contains("a word")) {
      StubWeChat.json(out, "{\"errcode\":\"busy\"}");
    } else {
      StubWeChat.json(out, "{\"errcode\":\"0\"}");
    }
  }

  @AfterAll
  static void close() throws IOException {
    WECHAT.close();
  }

  @ParameterizedTest
  @CsvSource({"a proxy's, no errcode in the answer", "a word, no number as errcode"})
  void an_answer_without_an_errcode_is_none(String text, String why) {
    assertThat(send(text).join().getException())
        .isInstanceOfSatisfying(
            WeChatRefusal.class,
            refusal -> assertThat(refusal.reason()).isEqualTo(ErrCode.UNREADABLE))
        .hasMessageContaining(why);
  }

  @Test
  void a_number_in_quotes_is_an_errcode() {
    assertThat(send("hello").join().getException()).isNull();
  }

  @Test
  void who_has_waited_too_long_for_a_thread_is_told() {
    List<CompletableFuture<Exchange>> calls =
        IntStream.range(0, 4).mapToObj(i -> send("silence")).toList();

    assertThat(calls.stream().map(CompletableFuture::join).map(Exchange::getException))
        .map(refusal -> ((WeChatRefusal) refusal).reason())
        .containsExactlyInAnyOrder(
            ErrCode.UNREACHABLE, ErrCode.NO_THREAD, ErrCode.NO_THREAD, ErrCode.NO_THREAD);
  }

  private static CompletableFuture<Exchange> send(String text) {
    ProducerTemplate template = GATEWAY.context().createProducerTemplate();
    Exchange exchange = new DefaultExchange(GATEWAY.context());
    exchange.setProperty("wechatAccount", "demo");
    exchange.setProperty("wechatUser", "oSandboxUser1");
    exchange.getMessage().setBody(text);
    return template.asyncSend("direct:send-message", exchange);
  }
}
