package io.github.wechatgateway.routes;

import static io.github.wechatgateway.routes.Messages.message;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.wechatgateway.RouteUnderTest;
import io.github.wechatgateway.reply.Reply;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class OnEventScanRouteTest {
  @RegisterExtension
  static final RouteUnderTest ON_EVENT_SCAN = new RouteUnderTest("handlers/on-event-scan");

  @Test
  void a_follower_who_scans_a_code_is_told_its_scene() throws Exception {
    assertThat(ON_EVENT_SCAN.reply(message("event-scan")))
        .isEqualTo(new Reply.Text("您扫描的二维码场景：4294967295"));
  }
}
