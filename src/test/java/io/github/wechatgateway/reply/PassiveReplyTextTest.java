package io.github.wechatgateway.reply;

import static io.github.wechatgateway.reply.RenderedReply.elements;
import static io.github.wechatgateway.reply.RenderedReply.message;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the user reads of a text. */
class PassiveReplyTextTest {
  private static final long NOW = 1718000137;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "]]>",
        "a]]>b]]>",
        "]]]]>>",
        "<a href=\"http://x/?a=b&c=d\">&amp;</a>",
        "a\nb\tc",
        "你好 😀 e\u0301",
        "<![CDATA[x]]>",
        "</Content></xml>",
        "${body.msgType}",
        " a ",
      })
  void a_text_arrives_as_it_was(String text) throws BadReply {
    assertThat(content(text)).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\0b", "\u0001a\u001Fb\b", "a\uD83Db", "a\uFFFEb\uFFFF", "\uDE00ab"})
  void characters_that_xml_cannot_hold_are_left_out(String text) throws BadReply {
    assertThat(content(text)).isEqualTo("ab");
  }

  @Test
  void of_a_text_that_is_too_long_the_first_part_is_sent() throws BadReply {
    assertThat(content("你".repeat(1000))).isEqualTo("你".repeat(682));
  }

  private static String content(String text) throws BadReply {
    List<String> elements = elements(PassiveReply.xml(new Reply.Text(text), message("text"), NOW));
    return elements.get(elements.size() - 1).substring("Content=".length());
  }
}
