package io.github.wechatgateway.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.wechatgateway.junit.GatewayExtension;
import io.github.wechatgateway.reply.BadReply;
import io.github.wechatgateway.sandbox.api.MediaFiles;
import io.github.wechatgateway.wechat.ErrCode;
import io.github.wechatgateway.wechat.WeChatRefusal;
import io.github.wechatgateway.wechat.media.MediaType;
import io.github.wechatgateway.wechat.media.MediaUpload;
import io.github.wechatgateway.wechat.media.UploadedMedia;
import io.github.wechatgateway.wechat.send.PartlySent;
import io.github.wechatgateway.wechat.send.Sent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code direct:send-message} and {@code direct:send-typing} do for a user. */
class SendMessageTest {
  private static final String USER = "oSandboxUser1";
  private static final ObjectMapper JSON = new ObjectMapper();

  @RegisterExtension static final GatewayExtension GATEWAY = new GatewayExtension();

  @TempDir private static Path folder;
  private static String image = "";
  private static String thumb = "";
  private static String voice = "";
  private static String video = "";

  @BeforeAll
  static void upload() throws IOException {
    image = upload(MediaType.IMAGE, MediaFiles.png());
    voice = upload(MediaType.VOICE, MediaFiles.amr(50));
    video = upload(MediaType.VIDEO, MediaFiles.mp4());
    thumb = upload(MediaType.THUMB, MediaFiles.jpeg());
  }

  /** Whoever writes may be sent five messages. */
  @BeforeEach
  void write() {
    GATEWAY.text("hello");
  }

  @Test
  void a_text_arrives_as_it_was_written() {
    assertThat(sent("您好 😀 \"]]>\" \n<a href=\"http://127.0.0.1\">链接</a>"))
        .isEqualTo(new Sent(1, false));

    assertThat(last().at("/text/content").asText())
        .isEqualTo("您好 😀 \"]]>\" \n<a href=\"http://127.0.0.1\">链接</a>");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'msgtype':'text','text':{'content':'您好'}}",
        "{'msgtype':'image','image':{'media_id':'IMAGE'}}",
        "{'msgtype':'voice','voice':{'media_id':'VOICE'}}",
        "{'msgtype':'video','video':{'media_id':'VIDEO','thumb_media_id':'THUMB','title':'标题','description':'说明'}}",
        "{'msgtype':'music','music':{'title':'标题','description':'说明','musicurl':'http://a/m','hqmusicurl':'http://a/hq','thumb_media_id':'THUMB'}}",
        "{'msgtype':'news','news':{'articles':[{'title':'标题','description':'说明','url':'http://a','picurl':'http://a/p'}]}}",
        "{'msgtype':'mpnews','mpnews':{'media_id':'IMAGE'}}",
        "{'msgtype':'mpnewsarticle','mpnewsarticle':{'article_id':'ARTICLE'}}",
        "{'msgtype':'msgmenu','msgmenu':{'head_content':'满意吗？','list':[{'id':'101','content':'满意'}],'tail_content':'谢谢'}}",
        "{'msgtype':'wxcard','wxcard':{'card_id':'CARD'}}",
        "{'msgtype':'miniprogrampage','miniprogrampage':{'title':'标题','appid':'wxapp','pagepath':'pages/index','thumb_media_id':'THUMB'}}",
        "{'msgtype':'text','text':{'content':'您好'},'customservice':{'kf_account':'客服1@demo'}}",
      })
  void every_kind_of_message_arrives_as_it_was_given(String message) throws IOException {
    JsonNode given =
        JSON.readTree(
            message
                .replace('\'', '"')
                .replace("IMAGE", image)
                .replace("VOICE", voice)
                .replace("VIDEO", video)
                .replace("THUMB", thumb));

    assertThat(send(JSON.convertValue(given, Map.class)).getException()).isNull();

    assertThat(last()).isEqualTo(given.deepCopy()).isNotEmpty();
  }

  @Test
  void a_long_text_arrives_in_parts_and_in_order() {
    String text = "一".repeat(600) + "二".repeat(600) + "三".repeat(600);
    int before = GATEWAY.sentTo(USER).size();

    assertThat(sent(text)).isEqualTo(new Sent(3, false));

    List<JsonNode> messages = GATEWAY.sentTo(USER);
    assertThat(
            messages.subList(before, messages.size()).stream()
                .map(it -> it.at("/text/content").asText()))
        .allMatch(it -> it.getBytes(UTF_8).length <= 2048)
        .hasSize(3)
        .satisfies(parts -> assertThat(String.join("", parts)).isEqualTo(text));
  }

  @Test
  void what_is_longer_than_an_answer_may_be_is_cut_and_told() {
    assertThat(sent("一".repeat(3000))).isEqualTo(new Sent(3, true));
  }

  @Test
  void how_far_an_answer_got_is_told() {
    sent("1");
    sent("2");
    sent("3");

    Exchange stopped = send("一".repeat(1800));

    assertThat(stopped.getException())
        .isInstanceOf(PartlySent.class)
        .hasMessageStartingWith("2 of 3 messages were sent: ")
        .hasCauseInstanceOf(WeChatRefusal.class)
        .hasMessageContaining("45047");
    assertThat(stopped.getProperty("wechatSent")).isNull();
  }

  @Test
  void a_refusal_of_wechats_is_the_senders_error() {
    GATEWAY.fault(Map.of("path", "/cgi-bin/message/custom/send", "errcode", 45015, "times", 1));

    assertThat(send("您好").getException())
        .isInstanceOfSatisfying(
            WeChatRefusal.class,
            refusal -> {
              assertThat(refusal.errcode()).isEqualTo(45015);
              assertThat(refusal.reason()).isEqualTo(ErrCode.OUTSIDE_WINDOW);
            });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'msgtype':'transfer_customer_service'}",
        "{'msgtype':'news','news':{'articles':[]}}",
        "{'msgtype':'text','text':{'content':' '}}",
        "{'msgtype':'video','video':{'media_id':'x'}}",
        "{'msgtype':'text','text':{'content':'x'},'customservice':{'kf_account':'no one'}}",
      })
  void what_wechat_would_refuse_is_not_sent(String message) throws IOException {
    int before = GATEWAY.sentTo(USER).size();

    Exchange refused = send(JSON.readValue(message.replace('\'', '"'), Map.class));

    assertThat(refused.getException())
        .isInstanceOf(BadReply.class)
        .hasMessageContaining("(expected: ");
    assertThat(GATEWAY.sentTo(USER)).hasSize(before);
  }

  @Test
  void nothing_to_say_sends_nothing() {
    assertThat(sent("")).isEqualTo(new Sent(0, false));
  }

  @Test
  void typing_is_shown_once_and_again_is_no_error() {
    assertThat(typing("Typing").getException()).isNull();
    assertThat(typing("Typing").getException()).isNull();
    assertThat(typing("CancelTyping").getMessage().getBody()).isEqualTo("as it was");
  }

  @Test
  void typing_for_a_user_that_is_none_is_told() {
    Exchange refused =
        GATEWAY
            .context()
            .createProducerTemplate()
            .request("direct:send-typing", exchange -> address(exchange, "nobody"));

    assertThat(refused.getException())
        .isInstanceOf(WeChatRefusal.class)
        .hasMessageContaining("40003");
  }

  private static Sent sent(Object body) {
    Exchange exchange = send(body);
    assertThat(exchange.getException()).isNull();
    assertThat(exchange.getMessage().getBody()).isNull();
    return exchange.getProperty("wechatSent", Sent.class);
  }

  private static Exchange send(Object body) {
    return GATEWAY
        .context()
        .createProducerTemplate()
        .request(
            "direct:send-message",
            exchange -> {
              address(exchange, USER);
              exchange.getMessage().setBody(body);
            });
  }

  private static Exchange typing(String command) {
    return GATEWAY
        .context()
        .createProducerTemplate()
        .request(
            "direct:send-typing",
            exchange -> {
              address(exchange, USER);
              exchange.setProperty("wechatTyping", command);
              exchange.getMessage().setBody("as it was");
            });
  }

  private static void address(Exchange exchange, String user) {
    exchange.setProperty("wechatAccount", "demo");
    exchange.setProperty("wechatUser", user);
  }

  /** Without the user's name. */
  private static JsonNode last() {
    List<JsonNode> messages = GATEWAY.sentTo(USER);
    JsonNode last = messages.get(messages.size() - 1).deepCopy();
    ((ObjectNode) last).remove("touser");
    return last;
  }

  private static String upload(MediaType type, byte[] content) throws IOException {
    Path file = Files.write(folder.resolve(type.toString()), content);
    Exchange uploaded =
        GATEWAY
            .context()
            .createProducerTemplate()
            .request(
                "direct:upload-media",
                exchange -> {
                  exchange.setProperty("wechatAccount", "demo");
                  exchange.getMessage().setBody(new MediaUpload(type, "", file));
                });
    return uploaded.getMessage().getBody(UploadedMedia.class).mediaId();
  }
}
