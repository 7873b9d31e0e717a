package io.github.wechatgateway.sandbox.state;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.github.wechatgateway.sandbox.TestPlatform;
import org.junit.jupiter.api.Test;

class SentMessagesTest {
  private final SentMessages sent = new SentMessages(3);

  @Test
  void messages_are_listed_the_oldest_first() {
    var first = message("shop", "oA", "1");
    var second = message("club", "oA", "2");
    var third = message("shop", "oB", "3");
    sent.add(first);
    sent.add(second);
    sent.add(third);

    assertThat(sent.all()).containsExactly(first, second, third);
  }

  @Test
  void the_oldest_make_room() {
    for (int i = 0; i < 5; i++) {
      sent.add(message("shop", "oA", "" + i));
    }

    assertThat(sent.all())
        .extracting(message -> message.message().asText())
        .containsExactly("2", "3", "4");
  }

  @Test
  void a_message_shows_in_no_log() {
    assertThat(message("shop", "oA", "hello").toString()).isEqualTo("text of shop");
  }

  private static SentMessage message(String account, String openId, String text) {
    return new SentMessage(
        account, openId, TestPlatform.START, "text", JsonNodeFactory.instance.textNode(text));
  }
}
