package io.github.wechatgateway.reply;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.DictionaryEntries;
import com.code_intelligence.jazzer.junit.FuzzTest;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.wechatgateway.message.Message;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;

/** Whatever JSON is to be a reply is one that WeChat takes, or is told to be none. */
public class ReplyFuzz {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Message EVENT = RenderedReply.message("event");
  private static final CustomerServiceJson SHAPE = new CustomerServiceJson(3);

  @DictionaryEntries({
    "{\"msgtype\":\"text\",\"text\":{\"content\":\"",
    "\"image\"",
    "\"voice\"",
    "\"video\"",
    "\"music\"",
    "\"news\":{\"articles\":[{\"title\":\"",
    "\"media_id\":\"",
    "\"thumb_media_id\":\"",
    "\"file\":\"",
    "\"mpnews\"",
    "\"msgmenu\"",
    "\"wxcard\"",
    "\"miniprogrampage\"",
    "\"device_text\"",
    "\"hardware\"",
    "\"HardWare\":{\"MessageView\":\"",
    "\"transfer_customer_service\"",
    "\"customservice\":{\"kf_account\":\"",
    "\"keywords\":[",
    "\"match\":\"exact\"",
    "\"reply\":",
    "]]>",
    "\\\\ud83d",
    "\\\\u0000",
    "1e400",
    "null",
    "[]"
  })
  @FuzzTest
  public void a_reply_can_be_sent_or_is_told_to_be_none(byte[] input) {
    String text = new String(input, UTF_8);
    checkKeywords(text);
    try {
      Map<String, Object> map = ReplyJson.read(text);
      String stored = Objects.requireNonNull(ReplyJson.of(map));
      Reply reply = Objects.requireNonNull(ReplyReader.read(ReplyJson.read(stored)));
      assertThat(reply).hasToString(String.valueOf(map.get("msgtype")));
      checkPassive(reply);
      SHAPE.check(stored, "oUser");
      for (byte[] message : SHAPE.messages(reply, "oUser", ReplyReader.kfAccount(map)).bodies()) {
        assertThat(JSON.readTree(message).path("touser").asText()).isEqualTo("oUser");
      }
    } catch (BadReply none) {
      assertThat(none.getMessage()).contains("(expected: ");
    } catch (IOException noJson) {
      throw new AssertionError(noJson);
    }
  }

  /** Its XML is well-formed to another parser. */
  private static void checkPassive(Reply reply) {
    try {
      String xml = PassiveReply.xml(PassiveReply.firstOf(reply, EVENT), EVENT, 1);
      assertThat(RenderedReply.elements(xml)).startsWith("ToUserName=oUser");
    } catch (BadReply notThisWay) {
      assertThat(notThisWay.getMessage()).contains("(expected: ");
    }
  }

  private static void checkKeywords(String text) {
    try {
      Keywords.check(
          Path.of("keywords.json"),
          Objects.requireNonNullElse(JSON.readValue(text, Object.class), ""));
    } catch (JsonProcessingException | BrokenReplyFile none) {
      assertThat(none.getMessage()).isNotEmpty();
    }
  }
}
