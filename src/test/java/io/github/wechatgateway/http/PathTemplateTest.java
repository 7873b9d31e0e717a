package io.github.wechatgateway.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PathTemplateTest {
  @Test
  void a_parameter_is_one_segment() {
    assertThat(new PathTemplate("/wechat/{account}", false).match("/wechat/demo"))
        .isEqualTo(Map.of("account", "demo"));
  }

  @Test
  void several_parameters_are_told_by_their_names() {
    assertThat(new PathTemplate("/api/{account}/media/{id}", false).match("/api/demo/media/7"))
        .isEqualTo(Map.of("account", "demo", "id", "7"));
  }

  @Test
  void a_path_without_parameters_is_itself() {
    assertThat(new PathTemplate("/", false).match("/")).isEmpty();
    assertThat(new PathTemplate("/a/b", false).match("/a/b")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "/",
        "*",
        "wechat/demo",
        "/wechat",
        "/wechat/",
        "/wechat/demo/",
        "/wechat/demo/x",
        "//wechat/demo",
        "/wechat//demo",
        "/WeChat/demo",
        "/{account}/demo"
      })
  void any_other_path_is_none(String path) {
    assertThat(new PathTemplate("/wechat/{account}", false).match(path)).isNull();
  }

  @Test
  void a_prefix_stands_for_all_that_is_below_it() {
    PathTemplate prefix = new PathTemplate("/sandbox/{part}", true);

    assertThat(prefix.match("/sandbox/wechat")).containsEntry("part", "wechat");
    assertThat(prefix.match("/sandbox/wechat/cgi-bin/token")).containsEntry("part", "wechat");
    assertThat(prefix.match("/sandbox/wechat/")).containsEntry("part", "wechat");
    assertThat(prefix.match("/sandboxes/wechat")).isNull();
    assertThat(prefix.match("/sandbox")).isNull();
  }
}
