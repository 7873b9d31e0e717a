package io.github.wechatgateway.reply;

import static io.github.wechatgateway.reply.RenderedReply.message;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the user would see as a fault is never rendered. */
class PassiveReplyRefusalsTest {
  private static final long NOW = 1718000137;
  private static final Reply.Article ARTICLE = new Reply.Article("t", "d", "http://p", "http://u");

  @ParameterizedTest
  @ValueSource(strings = {"text", "image", "voice", "video", "link", "location"})
  void one_article_answers_what_the_user_sends(String msgType) throws BadReply {
    assertThat(PassiveReply.xml(news(1), message(msgType), NOW)).contains("<ArticleCount>1<");
    assertThatThrownBy(() -> PassiveReply.xml(news(2), message(msgType), NOW))
        .isInstanceOf(BadReply.class)
        .hasMessage("news.articles: 2 articles (expected: 1 in answer to this message)");
  }

  @ParameterizedTest
  @ValueSource(strings = {"event", "shortvideo"})
  void up_to_eight_articles_answer_the_rest(String msgType) throws BadReply {
    assertThat(PassiveReply.xml(news(8), message(msgType), NOW)).contains("<ArticleCount>8<");
    assertThatThrownBy(() -> PassiveReply.xml(news(9), message(msgType), NOW))
        .isInstanceOf(BadReply.class)
        .hasMessage("news.articles: 9 articles (expected: 1 to 8)");
  }

  @ParameterizedTest
  @MethodSource("refusals")
  void what_the_user_would_see_as_a_fault_is_refused(Reply reply, String problem) {
    assertThatThrownBy(() -> PassiveReply.xml(reply, message("event"), NOW))
        .isInstanceOf(BadReply.class)
        .hasMessage(problem);
  }

  static Stream<Arguments> refusals() {
    String noText = "text.content: empty (expected: at least one character)";
    String noId = ": empty (expected: the id that an upload or a user's message gave)";
    String file = ": a file (expected: a media_id, which an upload gives)";
    String noName = " (expected: as in the device's message)";
    String ours = ": given (expected: left out: the gateway writes it)";
    String element = " (expected: a text, a number or an object)";
    Media empty = new Media.Id(" ");
    Media invisible = new Media.Id("\u0001\b\0");
    return Stream.of(
        arguments(new Reply.Text(""), noText),
        arguments(new Reply.Text(" \n"), noText),
        arguments(new Reply.Text("\0\uD83D"), noText),
        arguments(new Reply.Text("\u00A0"), noText),
        arguments(new Reply.Text("\u200B\u200D\uFEFF\u2060"), noText),
        arguments(new Reply.Text("\u3000\n\u007F\u0085"), noText),
        arguments(new Reply.Image(invisible), "image.media_id" + noId),
        arguments(new Reply.Voice(invisible), "voice.media_id" + noId),
        arguments(new Reply.Video(invisible, "", ""), "video.media_id" + noId),
        arguments(new Reply.Music("t", "", "", "", invisible), "music.thumb_media_id" + noId),
        arguments(new Reply.Text(" ".repeat(3000) + "a"), noText),
        arguments(new Reply.Image(empty), "image.media_id" + noId),
        arguments(new Reply.Voice(empty), "voice.media_id" + noId),
        arguments(new Reply.Video(empty, "", ""), "video.media_id" + noId),
        arguments(new Reply.Music("t", "", "", "", empty), "music.thumb_media_id" + noId),
        arguments(new Reply.Image(new Media.File("secret.jpg")), "image.media_id" + file),
        arguments(new Reply.News(List.of()), "news.articles: 0 articles (expected: 1 to 8)"),
        arguments(
            new Reply.News(List.of(new Reply.Article(" \u200B", "secret", "", ""))),
            "news.articles.title: empty (expected: at least one character)"),
        arguments(
            new Reply.Device("hardware", Map.of("DeviceType", "1", "DeviceID", "2")),
            "hardware.HardWare.MessageView: missing (expected: a text)"),
        arguments(
            new Reply.Device("hardware", Map.of("HardWare", Map.of("MessageView", "v"))),
            "hardware.HardWare.MessageAction: missing (expected: a text)"),
        arguments(
            new Reply.Device("device_status", Map.of("DeviceID", "1")),
            "device_status.DeviceType: missing" + noName),
        arguments(device("ToUserName", "x"), "device_text.ToUserName" + ours),
        arguments(device("FromUserName", "x"), "device_text.FromUserName" + ours),
        arguments(device("CreateTime", 1), "device_text.CreateTime" + ours),
        arguments(device("MsgType", "x"), "device_text.MsgType" + ours),
        arguments(device("a", List.of("secret")), "device_text.a: a list" + element),
        arguments(device("a", Map.of("b", List.of())), "device_text.a.b: a list" + element),
        arguments(
            new Reply.Device("device_text", Map.of("DeviceType", "1")),
            "device_text.DeviceID: missing" + noName),
        arguments(
            new Reply.Device(
                "device_text", Map.of("DeviceType", "1", "DeviceID", "2", "a><b", "secret")),
            "device_text: a name that no element has (expected: letters, digits and _)"),
        arguments(
            new Reply.CustomerServiceOnly("wxcard", Map.of("card_id", "secret")),
            "msgtype: wxcard, which a customer-service message alone can carry"
                + " (expected: a kind for a passive reply, or late-reply=customer-service)"));
  }

  private static Reply device(String element, Object value) {
    return new Reply.Device(
        "device_text", Map.of("DeviceType", "1", "DeviceID", "2", element, value));
  }

  private static Reply news(int articles) {
    return new Reply.News(Collections.nCopies(articles, ARTICLE));
  }
}
