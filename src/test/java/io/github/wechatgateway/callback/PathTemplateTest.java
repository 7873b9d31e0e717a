package io.github.wechatgateway.callback;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PathTemplateTest {
  @Test
  void a_parameter_is_one_segment() {
    assertThat(new PathTemplate("/wechat/{account}").match("/wechat/demo"))
        .isEqualTo(Map.of("account", "demo"));
  }

  @Test
  void several_parameters_are_told_by_their_names() {
    assertThat(new PathTemplate("/api/{account}/media/{id}").match("/api/demo/media/7"))
        .isEqualTo(Map.of("account", "demo", "id", "7"));
  }

  @Test
  void a_path_without_parameters_is_itself() {
    assertThat(new PathTemplate("/").match("/")).isEmpty();
    assertThat(new PathTemplate("/a/b").match("/a/b")).isEmpty();
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
    assertThat(new PathTemplate("/wechat/{account}").match(path)).isNull();
  }
}
