package io.github.wechatgateway.routes;

import static io.github.wechatgateway.routes.Messages.message;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.wechatgateway.RouteUnderTest;
import io.github.wechatgateway.reply.Reply;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class OnLinkRouteTest {
  @RegisterExtension static final RouteUnderTest ON_LINK = new RouteUnderTest("handlers/on-link");

  @Test
  void a_link_is_answered_with_its_title() throws Exception {
    assertThat(ON_LINK.reply(message("link"))).isEqualTo(new Reply.Text("您分享的链接：公众平台官网链接"));
  }
}
