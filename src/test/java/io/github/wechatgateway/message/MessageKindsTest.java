package io.github.wechatgateway.message;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a message is, where it is none of those that the user sends. */
class MessageKindsTest {
  private static final String COMMON =
      "<ToUserName>gh</ToUserName><FromUserName>user</FromUserName><CreateTime>1</CreateTime>";
  private static final String TEXT = COMMON + "<MsgType>text</MsgType>";

  private final MessageReader reader = new MessageReader();

  @Test
  void an_element_that_is_not_known_is_kept() throws NotAMessage {
    Message message = read(TEXT + "<New><Part>1</Part></New><New>2</New><New/>");

    assertThat(message.field("New")).isEqualTo(List.of(Map.of("Part", "1"), "2", ""));
    assertThat(message.field("New.Part")).isEqualTo("1");
  }

  @Test
  void an_element_without_a_value_is_no_null() throws NotAMessage {
    Message message =
        read(TEXT + "<New i:nil='true' xmlns:i='http://www.w3.org/2001/XMLSchema-instance'/>");

    assertThat(message.elements().leaves()).doesNotContainNull();
    assertThat(MessageKey.of("demo", message)).isNotEmpty();
  }

  @Test
  void utf_16_is_read_where_a_mark_says_so() throws NotAMessage {
    byte[] xml = ("<xml>" + TEXT + "<Content>你好</Content></xml>").getBytes(UTF_16);

    assertThat(((Text) reader.read(xml)).content()).isEqualTo("你好");
  }

  @Test
  void the_declared_encoding_counts() throws NotAMessage {
    String xml = "<?xml version='1.0' encoding='GBK'?><xml>" + TEXT + "<Content>你好</Content></xml>";

    assertThat(((Text) reader.read(xml.getBytes(Charset.forName("GBK")))).content())
        .isEqualTo("你好");
  }

  @Test
  void a_third_partys_push_has_an_info_type() throws NotAMessage {
    Message push = read("<AppId>wx</AppId><InfoType>component_verify_ticket</InfoType>");

    assertThat(push).isInstanceOf(Other.class);
    assertThat(((Other) push).infoType()).isEqualTo("component_verify_ticket");
  }

  @Test
  void cloud_hostings_check_has_an_action() throws NotAMessage {
    assertThat(read("<action>CheckContainerPath</action>")).isInstanceOf(Other.class);
  }

  @Test
  void a_kind_that_is_not_known_is_another() throws NotAMessage {
    assertThat(read(COMMON + "<MsgType>hologram</MsgType>")).isInstanceOf(Other.class);
    assertThat(read(COMMON + "<MsgType>event</MsgType><Event>teleported</Event>"))
        .isInstanceOf(Event.Other.class);
    assertThat(read(COMMON + "<MsgType>event</MsgType>")).isInstanceOf(Event.Other.class);
  }

  private Message read(String elements) throws NotAMessage {
    return reader.read(("<xml>" + elements + "</xml>").getBytes(UTF_8));
  }
}
