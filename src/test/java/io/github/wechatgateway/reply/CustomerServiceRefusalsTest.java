package io.github.wechatgateway.reply;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What WeChat would refuse is refused before, by its field. */
class CustomerServiceRefusalsTest {
  private static final CustomerServiceJson JSON = new CustomerServiceJson(3);
  private static final Media MEDIA = new Media.Id("secret");
  private static final Media EMPTY = new Media.Id(" ");

  @ParameterizedTest
  @MethodSource("refusals")
  void what_wechat_would_refuse_is_refused(Reply reply, String problem) {
    assertThatThrownBy(() -> JSON.messages(reply, "oUser", ""))
        .isInstanceOf(BadReply.class)
        .hasMessage(problem);
  }

  static Stream<Arguments> refusals() {
    String text = " (expected: at least one character)";
    String noId = ": empty (expected: the id that an upload or a user's message gave)";
    String file = ": a file (expected: a media_id, which an upload gives)";
    String kinds =
        ", which a passive reply alone can carry (expected: a kind for a customer-service message:"
            + " text, image, voice, video, music, news …)";
    return Stream.of(
        arguments(new Reply.Text(" \u200B\0"), "text.content: empty" + text),
        arguments(new Reply.Image(EMPTY), "image.media_id" + noId),
        arguments(new Reply.Voice(new Media.File("secret")), "voice.media_id" + file),
        arguments(new Reply.Video(EMPTY, "", "", MEDIA), "video.media_id" + noId),
        arguments(new Reply.Video(MEDIA, "", "", EMPTY), "video.thumb_media_id" + noId),
        arguments(
            new Reply.Video(MEDIA, "", ""),
            "video.thumb_media_id: missing (expected: the id that an upload gave, or thumb_file)"),
        arguments(new Reply.Music("", "", "", " ", MEDIA), "music.musicurl: empty" + text),
        arguments(new Reply.Music("", "", "http://m", "", EMPTY), "music.thumb_media_id" + noId),
        arguments(new Reply.News(List.of()), "news.articles: empty (expected: at least one)"),
        arguments(
            new Reply.News(List.of(new Reply.Article(" ", "secret", "", ""))),
            "news.articles.title: empty" + text),
        arguments(
            new Reply.TransferCustomerService("secret"),
            "msgtype: transfer_customer_service" + kinds),
        arguments(new Reply.Device("hardware", Map.of("secret", "1")), "msgtype: hardware" + kinds),
        arguments(
            other("secret", Map.of()),
            "msgtype: unknown (expected: a kind of customer-service message)"),
        arguments(other("mpnews", Map.of()), "mpnews.media_id: missing (expected: a text)"),
        arguments(other("mpnews", Map.of("media_id", " ")), "mpnews.media_id: empty" + text),
        arguments(
            other("mpnewsarticle", Map.of("media_id", "secret")),
            "mpnewsarticle.article_id: missing (expected: a text)"),
        arguments(other("wxcard", Map.of()), "wxcard.card_id: missing (expected: a text)"),
        arguments(
            other("wxcard", Map.of("card_id", "1", "card_ext", Map.of("secret", "1"))),
            "wxcard.card_ext: not a text (expected: a text)"),
        arguments(
            other("msgmenu", Map.of("head_content", "secret")),
            "msgmenu.list: missing (expected: a list of objects)"),
        arguments(
            other("msgmenu", Map.of("list", List.of())),
            "msgmenu.list: empty (expected: at least one entry)"),
        arguments(
            other("msgmenu", Map.of("list", List.of(Map.of("id", 1)))),
            "msgmenu.list[0].content: missing (expected: a text)"),
        arguments(
            other("msgmenu", Map.of("list", List.of("secret"))),
            "msgmenu.list[0]: not an object (expected: an object)"),
        arguments(
            other("miniprogrampage", Map.of("title", "secret", "appid", "wx1")),
            "miniprogrampage.pagepath: missing (expected: a text)"),
        arguments(
            other("miniprogrampage", Map.of("title", "a", "appid", "wx1", "pagepath", "p")),
            "miniprogrampage.thumb_media_id: missing"
                + " (expected: the id that an upload or a user's message gave, or thumb_file)"),
        arguments(
            other(
                "miniprogrampage",
                Map.of("title", "a", "appid", "wx1", "pagepath", "p", "thumb_file", "secret")),
            "miniprogrampage.thumb_media_id" + file));
  }

  @ParameterizedTest
  @CsvSource({
    "'', '', touser: empty (expected: the user's OpenID)",
    "' ', '', touser: another shape (expected: the user's OpenID)",
    "'oUser\"secret', '', touser: another shape (expected: the user's OpenID)",
    "oUser, secret, customservice.kf_account: another shape (expected: name@微信号)",
    "oUser, @secret, customservice.kf_account: another shape (expected: name@微信号)",
    "oUser, 'a b@secret', customservice.kf_account: another shape (expected: name@微信号)",
    "oUser, 'a@b@secret', customservice.kf_account: another shape (expected: name@微信号)",
  })
  void a_message_needs_a_user_and_may_have_an_agent(
      String toUser, String kfAccount, String problem) {
    assertThatThrownBy(() -> JSON.messages(new Reply.Text("hi"), toUser, kfAccount))
        .isInstanceOf(BadReply.class)
        .hasMessage(problem);
  }

  private static Reply other(String msgType, Map<String, Object> content) {
    return new Reply.CustomerServiceOnly(msgType, content);
  }
}
