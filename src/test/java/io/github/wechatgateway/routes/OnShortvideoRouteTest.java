package io.github.wechatgateway.routes;

import static io.github.wechatgateway.routes.Messages.message;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.wechatgateway.RouteUnderTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class OnShortvideoRouteTest {
  @RegisterExtension
  static final RouteUnderTest ON_SHORTVIDEO = new RouteUnderTest("handlers/on-shortvideo");

  @Test
  void a_short_video_gets_no_answer() throws Exception {
    assertThat(ON_SHORTVIDEO.reply(message("shortvideo"))).isNull();
  }
}
