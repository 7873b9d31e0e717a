package io.github.wechatgateway.routes;

import static io.github.wechatgateway.routes.Messages.message;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.wechatgateway.RouteUnderTest;
import io.github.wechatgateway.reply.Reply;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class OnEventSubscribeRouteTest {
  @RegisterExtension
  static final RouteUnderTest ON_EVENT_SUBSCRIBE =
      new RouteUnderTest("handlers/on-event-subscribe");

  @Test
  void a_new_follower_gets_all_three_articles_of_the_welcome() throws Exception {
    assertThat(ON_EVENT_SUBSCRIBE.reply(message("event-subscribe", "EventKey", "")))
        .asInstanceOf(InstanceOfAssertFactories.type(Reply.News.class))
        .extracting(Reply.News::articles, InstanceOfAssertFactories.list(Reply.Article.class))
        .extracting(Reply.Article::title)
        .containsExactly("欢迎关注", "安卓版下载", "苹果版下载");
  }

  @Test
  void a_new_follower_who_scanned_a_code_is_told_its_scene() throws Exception {
    assertThat(ON_EVENT_SUBSCRIBE.reply(message("event-subscribe", "EventKey", "qrscene_store_12")))
        .isEqualTo(new Reply.Text("您扫描的二维码场景：store_12"));
  }
}
