package io.github.wechatgateway.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;

class FailureTest {
  private final WeChatClient wechat = new WeChatClient();

  @Test
  void a_handler_that_throws_leaves_its_try_open_so_that_wechat_asks_again() {
    Delivery delivery =
        Delivery.of(wechat, RunningGateway.url("plain"), Xml.link(MisbehavingHandler.FAIL));

    assertThat(delivery.tryOnce()).isEqualTo(Delivery.NO_ANSWER);
    assertThat(metrics())
        .contains("wechat_failed_handlers_total{account=\"plain\",handler=\"on-link\"}");
  }

  @Test
  void a_reply_that_wechat_would_show_as_a_fault_becomes_an_empty_answer() {
    HttpResponse<String> answer =
        wechat.postPlain(RunningGateway.url("plain"), Xml.link(MisbehavingHandler.BAD_REPLY));

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).isEmpty();
    assertThat(metrics())
        .contains("wechat_bad_replies_total{account=\"plain\",handler=\"on-link\"}");
  }

  private static String metrics() {
    return WeChatClient.send(HttpRequest.newBuilder(RunningGateway.management("/observe/metrics")))
        .body();
  }
}
