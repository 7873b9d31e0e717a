package io.github.wechatgateway.wechat;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FirstBytesTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"errcode\":40007,\"errmsg\":\"invalid media_id\"}",
        "{\"video_url\":\"http://",
        " \r\n{\n\t\"errcode\"",
        "\uFEFF{\"errcode\"",
        "{}",
        "{",
        "{ ",
      })
  void an_object_is_json(String first) {
    assertThat(FirstBytes.areJson(first.getBytes(UTF_8))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "\uFEFF",
        "#!AMR\n",
        "#!SILK_V3",
        "GIF89a",
        "ID3",
        "[1]",
        "<html>",
        "ok",
        "{{",
        "{\u0000",
        "{a"
      })
  void anything_else_is_not(String first) {
    assertThat(FirstBytes.areJson(first.getBytes(UTF_8))).isFalse();
  }

  @Test
  void half_a_byte_order_mark_is_not() {
    assertThat(FirstBytes.areJson(new byte[] {(byte) 0xEF, (byte) 0xBB})).isFalse();
  }
}
