package io.github.wechatgateway.message;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is no message, and why. */
class NotAMessageTest {
  private static final String COMMON =
      "<ToUserName>gh</ToUserName><FromUserName>user</FromUserName><CreateTime>1</CreateTime>";
  private static final String TEXT = COMMON + "<MsgType>text</MsgType>";

  private final MessageReader reader = new MessageReader();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ToUserName",
        "FromUserName",
        "CreateTime",
        "MsgType",
        "Event",
        "MsgId",
        "MsgID",
      })
  void what_says_who_what_and_when_is_there_once(String name) {
    String element = "<%s>event</%s>".formatted(name, name);
    String others = (TEXT + "<Event>e</Event>").replaceAll("<" + name + ">.*?</" + name + ">", "");

    assertThat(refused("<xml>" + others + element + element + "</xml>"))
        .isEqualTo(name + ": repeated or nested (expected: one text)");
    assertThat(refused("<xml>" + others + element.replace("event", "<a>b</a>") + "</xml>"))
        .isEqualTo(name + ": repeated or nested (expected: one text)");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "<Content>hello</Content>", "<MsgType/>", "<action>Other</action>"})
  void a_message_says_what_it_is(String elements) {
    assertThat(refused("<xml>" + COMMON + elements + "</xml>"))
        .isEqualTo("MsgType: missing (expected: MsgType, InfoType or action=CheckContainerPath)");
  }

  @ParameterizedTest
  @ValueSource(strings = {"ToUserName", "FromUserName"})
  void a_message_says_from_whom_and_to_whom_it_is(String name) {
    assertThat(refused("<xml>" + TEXT.replace(name, "Name") + "</xml>"))
        .isEqualTo(name + ": missing (expected: in every message)");
  }

  @ParameterizedTest
  @ValueSource(strings = {"XML", "message", "html", "xml2"})
  void another_root_is_no_message(String root) {
    assertThat(refused("<" + root + ">" + TEXT + "</" + root + ">"))
        .isEqualTo("root: another element (expected: <xml>)");
    assertThat(refused("<" + root + "><xml>" + TEXT + "</xml></" + root + ">"))
        .isEqualTo("root: another element (expected: <xml>)");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "   ",
        "\uFEFF",
        "success",
        "{\"MsgType\":\"text\"}",
        "<xml>" + TEXT,
        "<xml>" + TEXT + "</xml>garbage",
        "<xml>" + TEXT + "</xml><xml/>",
        "<xml>" + TEXT + "<Content>a\0b</Content></xml>",
        "<xml>" + TEXT + "<Content>&#0;</Content></xml>",
        "<xml>" + TEXT + "<Content>&#xD83D;</Content></xml>",
        "<xml>" + TEXT + "<Content>&secret;</Content></xml>",
      })
  void what_is_not_well_formed_is_no_message(String body) {
    assertThat(refused(body)).startsWith("body: not well-formed XML").doesNotContain("secret");
  }

  @Test
  void a_lone_surrogate_is_not_well_formed() {
    String xml = "<xml>" + TEXT + "<Content>\u00ED\u00A0\u0080</Content></xml>";

    assertThat(refused(xml.getBytes(ISO_8859_1))).startsWith("body: not well-formed XML");
  }

  @Test
  void nesting_has_a_limit() throws NotAMessage {
    assertThat(read(TEXT + "<a>".repeat(15) + "</a>".repeat(15))).isInstanceOf(Text.class);

    assertThat(refused("<xml>" + TEXT + "<a>".repeat(16) + "</a>".repeat(16) + "</xml>"))
        .startsWith("body: not well-formed XML at line 1");
  }

  private Message read(String elements) throws NotAMessage {
    return reader.read(("<xml>" + elements + "</xml>").getBytes(UTF_8));
  }

  private String refused(String body) {
    return refused(body.getBytes(UTF_8));
  }

  private String refused(byte[] body) {
    NotAMessage refused = catchThrowableOfType(NotAMessage.class, () -> reader.read(body));
    assertThat(refused.getStackTrace()).isEmpty();
    return String.valueOf(refused.getMessage());
  }
}
