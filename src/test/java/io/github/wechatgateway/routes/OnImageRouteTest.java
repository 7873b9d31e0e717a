package io.github.wechatgateway.routes;

import static io.github.wechatgateway.routes.Messages.message;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.wechatgateway.RouteUnderTest;
import io.github.wechatgateway.reply.Media;
import io.github.wechatgateway.reply.Reply;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class OnImageRouteTest {
  @RegisterExtension static final RouteUnderTest ON_IMAGE = new RouteUnderTest("handlers/on-image");

  @Test
  void a_picture_comes_back_by_its_media_id() throws Exception {
    assertThat(ON_IMAGE.reply(message("image")))
        .isEqualTo(new Reply.Image(new Media.Id("f1hDq7kVt2cYl0pJ_image")));
  }
}
