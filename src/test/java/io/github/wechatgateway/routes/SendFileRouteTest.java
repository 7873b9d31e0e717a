package io.github.wechatgateway.routes;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wechatgateway.RouteUnderTest;
import java.nio.file.Path;
import org.apache.camel.component.http.HttpEndpoint;
import org.apache.camel.spi.InterceptSendToEndpoint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class SendFileRouteTest {
  @RegisterExtension
  static final RouteUnderTest SEND_FILE =
      new RouteUnderTest("wechat/send-file").with(route -> route.mockEndpointsAndSkip("https:.*"));

  @TempDir private Path folder;

  @Test
  void the_answer_goes_into_the_file_that_the_call_names() {
    Path file = folder.resolve("answer");

    var sent =
        SEND_FILE.send(
            request -> {
              request.setProperty("wechatAnswerTo", file);
              request.getMessage().setBody("a file");
            });

    assertThat(sent.getException()).isNull();
    assertThat(sent.getMessage().getBody()).isEqualTo(file);
    assertThat(file).hasContent("a file");
  }

  @Test
  void any_status_is_an_answer_and_files_have_time() {
    HttpEndpoint http =
        SEND_FILE.context().getEndpoints().stream()
            .filter(InterceptSendToEndpoint.class::isInstance)
            .map(mocked -> ((InterceptSendToEndpoint) mocked).getOriginalEndpoint())
            .filter(HttpEndpoint.class::isInstance)
            .map(HttpEndpoint.class::cast)
            .findFirst()
            .orElseThrow();

    assertThat(http.isThrowExceptionOnFailure()).isFalse();
    assertThat(http.isFollowRedirects()).isFalse();
    assertThat(http.isDisableStreamCache()).isTrue();
    assertThat(http.getConnectTimeout()).isEqualTo(2000);
    assertThat(http.getResponseTimeout()).isEqualTo(20000);
  }
}
