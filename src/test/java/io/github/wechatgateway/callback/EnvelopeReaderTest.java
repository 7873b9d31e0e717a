package io.github.wechatgateway.callback;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EnvelopeReaderTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<xml><Encrypt><![CDATA[abc+/=]]></Encrypt></xml>",
        "<xml><Encrypt>abc+/=</Encrypt></xml>",
        "<xml><Encrypt>\n<![CDATA[abc+/=]]>\n</Encrypt></xml>",
        "<xml><Encrypt>ab<![CDATA[c+]]><!-- split -->/=</Encrypt></xml>",
        "<xml>\n<ToUserName><![CDATA[gh]]></ToUserName>\n<Encrypt>abc+/=</Encrypt>\n</xml>",
        "\uFEFF<xml><Encrypt>abc+/=</Encrypt></xml>",
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<xml><Encrypt>abc+/=</Encrypt></xml>",
      })
  void takes_encrypt_however_it_is_written(String envelope) throws Refused {
    assertThat(encrypt(envelope)).isEqualTo("abc+/=");
  }

  @Test
  void takes_nothing_else() throws Refused {
    assertThat(
            encrypt(
                "<xml><MsgType>text</MsgType><Content>abc</Content><Encrypt>def</Encrypt>"
                    + "<SendPicsInfo><PicList><item><PicMd5Sum>1</PicMd5Sum></item></PicList>"
                    + "</SendPicsInfo></xml>"))
        .isEqualTo("def");
  }

  @Test
  void reads_what_declares_another_encoding() throws Refused {
    assertThat(EnvelopeReader.encrypt("<xml><Encrypt>abc</Encrypt></xml>".getBytes(UTF_16)))
        .isEqualTo("abc");
  }

  @Test
  void an_empty_one_is_empty() throws Refused {
    assertThat(encrypt("<xml><Encrypt/></xml>")).isEmpty();
  }

  @Test
  void refuses_two() {
    assertThat(refused("<xml><Encrypt>abc</Encrypt><Encrypt>def</Encrypt></xml>"))
        .isEqualTo("Encrypt: twice (expected: once)");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<xml><ToUserName>gh</ToUserName></xml>",
        "<xml/>",
        "<Encrypt>abc</Encrypt>",
        "<xml><a><Encrypt>abc</Encrypt></a></xml>",
        "<xml Encrypt=\"abc\"/>",
        "<xml><a Encrypt=\"abc\"/></xml>",
        "<xml><encrypt>abc</encrypt></xml>",
        "<xml><![CDATA[<Encrypt>abc</Encrypt>]]></xml>",
        "<xml><!-- <Encrypt>abc</Encrypt> --></xml>",
        "<xml xmlns:xi=\"http://www.w3.org/2001/XInclude\"><xi:include href=\"envelope.xml\"/></xml>",
      })
  void refuses_where_it_is_not_right_below_the_root(String envelope) {
    assertThat(refused(envelope))
        .isEqualTo("Encrypt: missing (is the account in plain mode at WeChat?)");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "\uFEFF",
        "success",
        "{\"Encrypt\":\"abc\"}",
        "<xml><Encrypt>abc</Encrypt>",
        "<xml><Encrypt>abc</xml>",
        "<xml><Encrypt>abc<b>d</b></Encrypt></xml>",
        "<xml><Encrypt>a&b</Encrypt></xml>",
        "<xml><Encrypt>abc</Encrypt></xml><xml/>",
        "<xml><Encrypt>abc</Encrypt></xml>trailing",
        "<xml><Encrypt><![CDATA[abc</Encrypt></xml>",
        "<xml><Encrypt>a\0c</Encrypt></xml>",
        "<!DOCTYPE xml [<!ENTITY e \"abc\">]><xml><Encrypt>&e;</Encrypt></xml>",
      })
  void refuses_what_is_not_well_formed(String envelope) {
    assertThat(refused(envelope)).isEqualTo("envelope: not well-formed XML");
  }

  @Test
  void refuses_deep_nesting() {
    assertThat(refused("<a>".repeat(17) + "</a>".repeat(17)))
        .isEqualTo("envelope: not well-formed XML");
  }

  private static String encrypt(String envelope) throws Refused {
    return EnvelopeReader.encrypt(envelope.getBytes(UTF_8));
  }

  private static String refused(String envelope) {
    Refused refused = catchThrowableOfType(Refused.class, () -> encrypt(envelope));
    assertThat(refused.status()).isEqualTo(403);
    assertThat(refused.text()).isEqualTo("forbidden");
    return String.valueOf(refused.getMessage());
  }
}
