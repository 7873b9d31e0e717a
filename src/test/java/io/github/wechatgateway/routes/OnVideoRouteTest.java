package io.github.wechatgateway.routes;

import static io.github.wechatgateway.routes.Messages.message;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.wechatgateway.RouteUnderTest;
import io.github.wechatgateway.reply.Media;
import io.github.wechatgateway.reply.Reply;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class OnVideoRouteTest {
  @RegisterExtension static final RouteUnderTest ON_VIDEO = new RouteUnderTest("handlers/on-video");

  @Test
  void a_video_comes_back_by_its_media_id() throws Exception {
    assertThat(ON_VIDEO.reply(message("video")))
        .isEqualTo(new Reply.Video(new Media.Id("v2Lx6yHn1aTe_video"), "您发来的视频", ""));
  }
}
