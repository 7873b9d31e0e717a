package io.github.wechatgateway.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wechatgateway.junit.GatewayExtension;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The files of the chat page. */
class PageOverHttpTest {
  @RegisterExtension static final GatewayExtension GATEWAY = new GatewayExtension();

  private static final StandIn STAND_IN = new StandIn(GATEWAY);

  @ParameterizedTest
  @CsvSource({
    "/sandbox/, text/html; charset=utf-8",
    "/sandbox/page/app.js, text/javascript; charset=utf-8",
    "/sandbox/page/base.css, text/css; charset=utf-8",
    "/sandbox/page/icon.svg, image/svg+xml"
  })
  void a_file_says_what_it_is(String path, String type) throws Exception {
    HttpResponse<String> file = STAND_IN.get(path);

    assertThat(file.statusCode()).isEqualTo(200);
    assertThat(file.headers().firstValue("Content-Type")).hasValue(type);
    assertThat(file.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
    assertThat(file.body()).isNotEmpty();
  }

  @Test
  void nothing_of_other_hosts_is_loaded_and_nothing_inline_runs() throws Exception {
    assertThat(STAND_IN.get("/sandbox/").headers().firstValue("Content-Security-Policy"))
        .get()
        .asString()
        .startsWith("default-src 'none'; script-src 'self'; style-src 'self';")
        .doesNotContain("unsafe")
        .doesNotContain("http");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "nothing.js",
        "GivePage.class",
        "..",
        "%2e%2e%2fapp.js",
        "..%2fpage%2fapp.js",
        "app.js%00",
        "app.txt"
      })
  void no_other_file_is_given(String file) throws Exception {
    assertThat(STAND_IN.get("/sandbox/page/" + file).statusCode()).isEqualTo(404);
  }
}
