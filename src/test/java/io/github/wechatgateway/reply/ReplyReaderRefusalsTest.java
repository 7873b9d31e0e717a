package io.github.wechatgateway.reply;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Shapes that are no reply, by the names of their fields. */
class ReplyReaderRefusalsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{} | msgtype: missing (expected: a text)",
        "{'msgtype':null} | msgtype: missing (expected: a text)",
        "{'msgtype':''} | msgtype: missing (expected: a text)",
        "{'msgtype':{'a':'secret'}} | msgtype: not a text (expected: a text)",
        "{'msgtype':'secret'} | msgtype: unknown (expected: text, image, voice, video, music, news, transfer_customer_service …)",
        "{'msgtype':'Text'} | msgtype: unknown (expected: text, image, voice, video, music, news, transfer_customer_service …)",
        "{'msgtype':'text'} | text: missing (expected: an object)",
        "{'msgtype':'text','text':'secret'} | text: not an object (expected: an object)",
        "{'msgtype':'text','text':{'content':['secret']}} | text.content: not a text (expected: a text)",
        "{'msgtype':'image','image':{}} | image.media_id: missing (expected: the id that an upload or a user's message gave, or file)",
        "{'msgtype':'music','music':{}} | music.thumb_media_id: missing (expected: the id that an upload or a user's message gave, or thumb_file)",
        "{'msgtype':'news','news':{}} | news.articles: missing (expected: a list of objects)",
        "{'msgtype':'news','news':{'articles':'secret'}} | news.articles: not a list (expected: a list of objects)",
        "{'msgtype':'news','news':{'articles':[{},'secret']}} | news.articles[1]: not an object (expected: an object)",
        "{'msgtype':'news','news':{'articles':[{'url':{}}]}} | news.articles[0].url: not a text (expected: a text)",
        "{'msgtype':'transfer_customer_service','customservice':'secret'} | customservice: not an object (expected: an object)",
        "{'msgtype':'hardware'} | hardware: missing (expected: an object)",
        "{'msgtype':'wxcard','wxcard':[]} | wxcard: not an object (expected: an object)",
      })
  void another_shape_is_refused_by_the_name_of_its_field(String json, String problem) {
    assertThatThrownBy(() -> json(json)).isInstanceOf(BadReply.class).hasMessage(problem);
  }

  @Test
  void anything_else_is_refused_by_its_type() {
    assertThatThrownBy(() -> ReplyReader.read(List.of("secret")))
        .isInstanceOf(BadReply.class)
        .hasMessageStartingWith("body: java.util.")
        .hasMessageEndingWith(" (expected: a String, a Map, a Reply, or nothing)")
        .hasMessageNotContaining("secret");
    assertThatThrownBy(() -> ReplyReader.read(7))
        .isInstanceOf(BadReply.class)
        .hasMessage("body: java.lang.Integer (expected: a String, a Map, a Reply, or nothing)");
  }

  @Test
  void a_map_of_other_keys_has_no_msgtype() {
    assertThatThrownBy(() -> ReplyReader.read(Collections.singletonMap(1, null)))
        .isInstanceOf(BadReply.class)
        .hasMessage("msgtype: missing (expected: a text)");
  }

  private static Reply json(String json) throws BadReply {
    try {
      Map<?, ?> map = new ObjectMapper().readValue(json.replace('\'', '"'), Map.class);
      return Objects.requireNonNull(ReplyReader.read(map));
    } catch (JsonProcessingException e) {
      throw new AssertionError(json, e);
    }
  }
}
