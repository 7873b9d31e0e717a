package io.github.wechatgateway.routes;

import static io.github.wechatgateway.routes.Messages.message;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.wechatgateway.RouteUnderTest;
import io.github.wechatgateway.reply.Reply;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class OnLocationRouteTest {
  @RegisterExtension
  static final RouteUnderTest ON_LOCATION = new RouteUnderTest("handlers/on-location");

  @Test
  void a_place_is_answered_with_its_label_and_coordinates() throws Exception {
    assertThat(ON_LOCATION.reply(message("location")))
        .isEqualTo(new Reply.Text("您的位置：广州市海珠区客村艺苑路 12 号（纬度 23.134521，经度 113.358803）"));
  }

  @Test
  void coordinates_are_told_just_as_wechat_sent_them() throws Exception {
    assertThat(
            ON_LOCATION.reply(
                message("location", "Location_X", "0.0000001", "Location_Y", "113.350000")))
        .isEqualTo(new Reply.Text("您的位置：广州市海珠区客村艺苑路 12 号（纬度 0.0000001，经度 113.350000）"));
  }
}
