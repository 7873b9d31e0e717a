package io.github.wechatgateway.routes;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wechatgateway.RouteUnderTest;
import org.apache.camel.component.http.HttpEndpoint;
import org.apache.camel.component.mock.MockEndpoint;
import org.apache.camel.spi.InterceptSendToEndpoint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class SendRequestRouteTest {
  @RegisterExtension
  static final RouteUnderTest SEND_REQUEST =
      new RouteUnderTest("wechat/send-request")
          .with(route -> route.mockEndpointsAndSkip("https:.*"));

  @Test
  void a_request_is_sent_with_the_limits_of_the_settings() {
    var sent =
        SEND_REQUEST.send(request -> request.getMessage().setHeader("CamelHttpPath", "/path"));

    assertThat(sent.getException()).isNull();
    assertThat(mock().getExchanges())
        .singleElement()
        .extracting(request -> request.getMessage().getHeader("CamelHttpPath"))
        .isEqualTo("/path");
  }

  @Test
  void any_status_is_an_answer_and_every_wait_has_an_end() {
    HttpEndpoint http =
        SEND_REQUEST.context().getEndpoints().stream()
            .filter(InterceptSendToEndpoint.class::isInstance)
            .map(mocked -> ((InterceptSendToEndpoint) mocked).getOriginalEndpoint())
            .filter(HttpEndpoint.class::isInstance)
            .map(HttpEndpoint.class::cast)
            .findFirst()
            .orElseThrow();

    assertThat(http.isThrowExceptionOnFailure()).isFalse();
    assertThat(http.isFollowRedirects()).isFalse();
    assertThat(http.getConnectTimeout()).isEqualTo(2000);
    assertThat(http.getConnectionRequestTimeout()).isEqualTo(2000);
    assertThat(http.getResponseTimeout()).isEqualTo(5000);
  }

  private static MockEndpoint mock() {
    return SEND_REQUEST.context().getEndpoints().stream()
        .filter(MockEndpoint.class::isInstance)
        .filter(mock -> mock.getEndpointUri().contains("http"))
        .map(MockEndpoint.class::cast)
        .findFirst()
        .orElseThrow();
  }
}
