package io.github.wechatgateway.message;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What WeChat and its tools write differently from time to time. */
class MessageReaderTest {
  private static final String COMMON =
      "<ToUserName>gh</ToUserName><FromUserName>user</FromUserName><CreateTime>1</CreateTime>";
  private static final String TEXT = COMMON + "<MsgType>text</MsgType>";

  private final MessageReader reader = new MessageReader();

  @Test
  void the_order_of_elements_makes_no_difference() throws NotAMessage {
    assertThat(content("<Content>hello</Content>" + TEXT)).isEqualTo("hello");
    assertThat(content(TEXT + "<Content>hello</Content>")).isEqualTo("hello");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<Content>a &lt; b</Content>",
        "<Content><![CDATA[a < b]]></Content>",
        "<Content>a <![CDATA[<]]> b</Content>",
        "<Content><![CDATA[a <]]><![CDATA[ b]]></Content>",
        "<Content>a <!-- comment -->&#60; b</Content>",
      })
  void cdata_and_bare_text_are_the_same(String content) throws NotAMessage {
    assertThat(content(TEXT + content)).isEqualTo("a < b");
  }

  @Test
  void a_number_may_stand_in_cdata() throws NotAMessage {
    String xml = TEXT.replace("<CreateTime>1<", "<CreateTime><![CDATA[1718000137]]><");

    assertThat(read(xml).createTime()).isEqualTo(1718000137);
  }

  @ParameterizedTest
  @ValueSource(strings = {"MsgId", "MsgID"})
  void both_spellings_of_the_message_id_are_read(String name) throws NotAMessage {
    assertThat(read(TEXT + "<" + name + ">23012345678902237</" + name + ">").msgId())
        .isEqualTo("23012345678902237");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\uFEFF<xml>",
        "<?xml version='1.0'?>\n<xml>",
        "<!-- tool -->\r\n<xml>",
        "\n<xml>"
      })
  void what_stands_before_the_root_makes_no_difference(String start) throws NotAMessage {
    assertThat(reader.read((start + TEXT + "</xml>\n").getBytes(UTF_8))).isInstanceOf(Text.class);
  }

  @Test
  void line_feeds_between_elements_make_no_difference() throws NotAMessage {
    assertThat(read(TEXT.replace("><", ">\r\n\t <")).elements()).isEqualTo(read(TEXT).elements());
  }

  @Test
  void white_space_that_the_user_typed_is_kept() throws NotAMessage {
    assertThat(content(TEXT + "<Content><![CDATA[ \n ]]></Content>")).isEqualTo(" \n ");
    assertThat(content(TEXT + "<Content>  </Content>")).isEqualTo("  ");
    assertThat(content(TEXT + "<Content> a </Content>")).isEqualTo(" a ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"<Content/>", "<Content></Content>", "<Content><![CDATA[]]></Content>"})
  void an_empty_element_is_an_empty_text(String content) throws NotAMessage {
    assertThat(read(TEXT + content).field("Content")).isEqualTo("");
  }

  private String content(String elements) throws NotAMessage {
    return ((Text) read(elements)).content();
  }

  private Message read(String elements) throws NotAMessage {
    return reader.read(("<xml>" + elements + "</xml>").getBytes(UTF_8));
  }

  @Test
  void white_space_around_what_says_who_what_and_when_is_no_part_of_it() throws NotAMessage {
    String indented =
        """
        <xml>
          <ToUserName>
            <![CDATA[gh]]>
          </ToUserName>
          <FromUserName>
            <![CDATA[oUser]]>
          </FromUserName>
          <CreateTime>
            1718000137
          </CreateTime>
          <MsgType>
            <![CDATA[%s]]>
          </MsgType>
          <Event>
            <![CDATA[CLICK]]>
          </Event>
          <EventKey>
            <![CDATA[menu]]>
          </EventKey>
          <MsgId>
            23012345678902237
          </MsgId>
        </xml>
        """;

    Message text = reader.read(indented.formatted("text").getBytes(UTF_8));
    assertThat(text).isInstanceOf(Text.class);
    assertThat(text.msgType()).isEqualTo("text");
    assertThat(text.toUserName()).isEqualTo("gh");
    assertThat(text.fromUserName()).isEqualTo("oUser");
    assertThat(text.createTime()).isEqualTo(1718000137);
    assertThat(text.msgId()).isEqualTo("23012345678902237");

    Message click = reader.read(indented.formatted("event").getBytes(UTF_8));
    assertThat(click).isInstanceOf(MenuEvent.Click.class);
    assertThat(((Event) click).event()).isEqualTo("CLICK");
    assertThat(((Event) click).eventKey()).isEqualTo("menu");

    Device device = (Device) reader.read(indented.formatted("device_event").getBytes(UTF_8));
    assertThat(device.event()).isEqualTo("CLICK");
  }

  @Test
  void a_name_of_white_space_is_missing() {
    assertThatThrownBy(() -> read(TEXT.replaceFirst("<FromUserName>[^<]*<", "<FromUserName> \n<")))
        .isInstanceOf(NotAMessage.class)
        .hasMessage("FromUserName: missing (expected: in every message)");
  }
}
