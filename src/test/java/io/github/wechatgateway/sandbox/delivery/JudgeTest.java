package io.github.wechatgateway.sandbox.delivery;

import static io.github.wechatgateway.sandbox.delivery.Samples.request;
import static io.github.wechatgateway.sandbox.delivery.Samples.seal;
import static io.github.wechatgateway.sandbox.delivery.StubGateway.answer;
import static io.github.wechatgateway.sandbox.delivery.StubGateway.deliver;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the user sees of an answer. */
class JudgeTest {
  private static final Vertx VERTX = Vertx.vertx();
  private static final String NAMES =
      "<ToUserName>oSandboxUser1</ToUserName><FromUserName>gh_7f083739789a</FromUserName>";
  private static final String HEAD = NAMES + "<CreateTime>1718000137</CreateTime>";
  private static final String ITEM =
      "<item><Title>t</Title><Description/><PicUrl/><Url>u</Url></item>";
  private static final String TEXT =
      "<xml>" + HEAD + "<MsgType>text</MsgType><Content>hi</Content></xml>";

  @AfterAll
  static void stop() {
    VERTX.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          <Content>hi</Content> text                                        | reply |
          <Content><![CDATA[a <a href="http://x">b</a> 😀]]></Content> text | reply |
          <Content>MOST</Content> text                                      | reply |
          <Content>MORE</Content> text                                      | fault | Content: 2049 bytes (expected: at most 2048 in UTF-8)
          <Content></Content> text                                          | fault | Content: empty (expected: a text)
          <Content> </Content> text                                         | fault | Content: blank (expected: a text)
          <content>hi</content> text                                        | fault | Content: missing (expected: once)
          <Content>a</Content><Content>b</Content> text                     | fault | Content: there 2 times (expected: once)
          <Content>a<b>c</b></Content> text                                 | fault | Content: elements in it (expected: a text, in CDATA if there is a < in it)
          <Image><MediaId>1</MediaId></Image> image                         | reply |
          <PicUrl>http://x</PicUrl> image                                   | fault | PicUrl: directly in xml (expected: Image with MediaId in it)
          <MediaId>1</MediaId> image                                        | fault | MediaId: directly in xml (expected: Image with MediaId in it)
          <Content>hi</Content> image                                       | fault | Image: missing (expected: once)
          <Image/> image                                                    | fault | Image.MediaId: missing (expected: once)
          <Image><MediaId/></Image> image                                   | fault | Image.MediaId: empty (expected: a text)
          <Voice><MediaId>1</MediaId></Voice> voice                         | reply |
          <Video><MediaId>1</MediaId></Video> video                         | reply |
          <Video><MediaId>1</MediaId><Title>t</Title></Video> voice         | fault | Voice: missing (expected: once)
          <Music><ThumbMediaId>1</ThumbMediaId></Music> music               | reply |
          <Music><MusicUrl>http://x</MusicUrl></Music> music                | fault | Music.ThumbMediaId: missing (expected: once)
          <ArticleCount>1</ArticleCount><Articles>ITEM</Articles> news      | reply |
          <ArticleCount>2</ArticleCount><Articles>ITEMITEM</Articles> news  | reply | Articles: 2 items, of which the first 1 are shown (expected: at most 1 in answer to text)
          <ArticleCount>2</ArticleCount><Articles>ITEM</Articles> news      | fault | ArticleCount: another number, or none (expected: 1, as many as there are items)
          <ArticleCount>0</ArticleCount><Articles/> news                    | fault | Articles.item: missing (expected: one for each article)
          <Articles>ITEM</Articles> news                                    | fault | ArticleCount: missing (expected: once)
          <ArticleCount>1</ArticleCount>ITEM news                           | fault | Articles: missing (expected: once)
          <ArticleCount>1</ArticleCount><Articles><item><Title>t</Title></item></Articles> news | fault | Articles.item.Description: missing (expected: once)
          <TransInfo><KfAccount>a@b</KfAccount></TransInfo> transfer_customer_service | reply |
          <FuncFlag>0</FuncFlag> transfer_customer_service                  | reply |
          <TransInfo/> transfer_customer_service                            | fault | TransInfo.KfAccount: missing (expected: once)
          <KfAccount>a@b</KfAccount> transfer_customer_service              | fault | KfAccount: directly in xml (expected: TransInfo with KfAccount in it)
          <Content>hi</Content> Text                                        | fault | MsgType: unknown (expected: text, image, voice, video, music, news or transfer_customer_service)
          """)
  void a_reply_needs_the_elements_of_its_kind(String row, String seen, String why)
      throws Exception {
    int type = row.lastIndexOf(' ');
    String elements =
        row.substring(0, type)
            .replace("ITEM", ITEM)
            .replace("MOST", "中".repeat(682) + "aa")
            .replace("MORE", "中".repeat(683));
    String xml =
        "<xml>%s<MsgType>%s</MsgType>%s</xml>".formatted(HEAD, row.substring(type + 1), elements);

    assertSeen("plain", xml, seen, why, xml);
    assertSeen("safe", enveloped(xml), seen, why, xml);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          ``                                | nothing |
          success                           | nothing |
          `success\n`                       | fault | body: success with white space around it (expected: XML, success, or no byte at all)
          ` `                               | fault | body: white space alone (expected: XML, success, or no byte at all)
          {"errcode":0}                     | fault | body: JSON (expected: XML, success, or no byte at all)
          [1]                               | fault | body: JSON (expected: XML, success, or no byte at all)
          "success"                         | fault | body: JSON (expected: XML, success, or no byte at all)
          SUCCESS                           | fault | body: a text that is not XML (expected: XML, success, or no byte at all)
          <xml>                             | fault | body: XML that can't be read (expected: well-formed UTF-8 without a DOCTYPE)
          <!DOCTYPE xml><xml></xml>         | fault | body: XML that can't be read (expected: well-formed UTF-8 without a DOCTYPE)
          <xml>&x;</xml>                    | fault | body: XML that can't be read (expected: well-formed UTF-8 without a DOCTYPE)
          DEEP                              | fault | body: XML that can't be read (expected: well-formed UTF-8 without a DOCTYPE)
          <html></html>                     | fault | body: the root element is another (expected: xml)
          <xml></xml>                       | fault | ToUserName: missing (expected: once)
          """)
  void a_body_is_a_reply_or_nothing_or_a_fault(String body, String seen, String why)
      throws Exception {
    String sent = body.equals("DEEP") ? "<xml>".repeat(50) + "</xml>".repeat(50) : body;

    assertSeen("plain", sent, seen, why, sent);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          oSandboxUser1 | gh_7f083739789a | 1718003737    | reply |
          gh_7f083739789a | oSandboxUser1 | 1718000137    | fault | ToUserName: that of the message itself (expected: oSandboxUser1, so the two names change places)
          oOther        | gh_7f083739789a | 1718000137    | fault | ToUserName: 6 other characters (expected: oSandboxUser1, so the two names change places)
          oSandboxUser1 | wx1             | 1718000137    | fault | FromUserName: 3 other characters (expected: gh_7f083739789a, so the two names change places)
          oSandboxUser1 | ""              | 1718000137    | fault | FromUserName: empty (expected: a text)
          oSandboxUser1 | gh_7f083739789a | 1718000137000 | fault | CreateTime: 13 digits, as milliseconds have (expected: seconds since 1970, 10 digits)
          oSandboxUser1 | gh_7f083739789a | 638536000000000000 | fault | CreateTime: 18 digits, as .NET's ticks have (expected: seconds since 1970, 10 digits)
          oSandboxUser1 | gh_7f083739789a | 2024-06-10    | fault | CreateTime: not a number (expected: seconds since 1970, in digits alone)
          oSandboxUser1 | gh_7f083739789a | 12345678      | fault | CreateTime: 1705654459 seconds off (expected: seconds since 1970, about now)
          """)
  void a_reply_goes_back_to_its_user_now(
      String to, String from, String time, String seen, String why) throws Exception {
    String xml =
        """
        <xml><ToUserName>%s</ToUserName><FromUserName>%s</FromUserName>
        <CreateTime>%s</CreateTime><MsgType>text</MsgType><Content>hi</Content></xml>"""
            .formatted(to, from, time);

    assertSeen("plain", xml, seen, why, xml);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          plain      | clear  | ""                       | ""           | reply |
          compatible | clear  | ""                       | ""           | reply |
          compatible | sealed | ""                       | ""           | reply |
          safe       | sealed | ""                       | ""           | reply |
          plain      | sealed | ""                       | ""           | fault | body: encrypted (expected: in clear, as the message was)
          safe       | clear  | ""                       | ""           | fault | body: in clear (expected: Encrypt, MsgSignature, TimeStamp and Nonce, as the message was encrypted)
          safe       | sealed | <Nonce>5</Nonce>         | ""           | fault | Nonce: missing (expected: once)
          safe       | sealed | <Nonce>5</Nonce>         | <Nonce/>     | fault | Nonce: empty (expected: a text)
          safe       | sealed | <Nonce>5</Nonce>         | <Nonce>6</Nonce> | fault | MsgSignature: does not fit (expected: the SHA-1 of Token, TimeStamp, Nonce and Encrypt, sorted and joined, in hex)
          safe       | sealed | <TimeStamp>1718000137</TimeStamp> | "" | fault | TimeStamp: missing (expected: once)
          safe       | sealed | 1718000137               | 1718000137000 | fault | TimeStamp: 13 digits, as milliseconds have (expected: seconds since 1970, 10 digits)
          safe       | sealed | 1718000137               | 638536000000000000 | fault | TimeStamp: 18 digits, as .NET's ticks have (expected: seconds since 1970, 10 digits)
          safe       | sealed | 1718000137               | now          | fault | TimeStamp: not a number (expected: seconds since 1970, in digits alone)
          safe       | sealed | MsgSignature             | Signature    | fault | MsgSignature: missing (expected: once)
          """)
  void an_answer_is_encrypted_as_the_message_was(
      String mode, String form, String part, String other, String seen, String why)
      throws Exception {
    String body = form.equals("clear") ? TEXT : enveloped(TEXT);

    boolean readable = form.equals("clear") || seen.equals("reply");
    assertSeen(
        mode, part.isEmpty() ? body : body.replace(part, other), seen, why, readable ? TEXT : null);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          not Base64! | Encrypt: not Base64 (expected: its standard alphabet, without line breaks)
          AAAA        | Encrypt: 3 bytes (expected: AES in a multiple of 32 bytes)
          OTHER       | Encrypt: 7 bytes after the message, which are not the AppID (expected: the account's AppID, 18 bytes)
          """)
  void an_envelope_must_open(String encrypt, String why) throws Exception {
    Seal other = new Seal(Samples.ACCOUNT.encodingAesKey().orElseThrow(), "wxother");

    String body = envelope(encrypt.equals("OTHER") ? other.encrypt(TEXT) : encrypt);

    assertSeen("safe", body, "fault", why, null);
  }

  @Test
  void what_comes_out_of_an_envelope_is_judged_too() throws Exception {
    String why = "body: XML that can't be read (expected: well-formed UTF-8 without a DOCTYPE)";

    assertSeen("safe", enveloped("{}"), "fault", why, "{}");
  }

  @ParameterizedTest
  @CsvSource({
    "CLICK, 8, ''",
    "CLICK, 9, 'Articles: 9 items, of which the first 8 are shown (expected: at most 8 in answer to event)'"
  })
  void an_event_is_answered_with_eight_articles_at_most(String event, int items, String why)
      throws Exception {
    String xml =
        "<xml>%s<MsgType>news</MsgType><ArticleCount>%d</ArticleCount><Articles>%s</Articles></xml>"
            .formatted(HEAD, items, ITEM.repeat(items));

    Delivered delivered = answered(event("plain", event), xml);

    assertThat(delivered.seen()).isEqualTo(Seen.REPLY);
    assertThat(delivered.why()).isEqualTo(why.isEmpty() ? null : why);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          unsubscribe   | TEXT    | unsubscribe: the user is shown no answer to this event
          VIEW          | TEXT    | VIEW: the user is shown no answer to this event
          scancode_push | TEXT    | scancode_push: the user is shown no answer to this event
          VIEW          | {}      | VIEW: the user is shown no answer to this event; body: JSON (expected: XML, success, or no byte at all)
          unsubscribe   | success |
          """)
  void of_some_events_the_user_is_shown_no_answer(String event, String body, String why)
      throws Exception {
    Delivered delivered = answered(event("plain", event), body.equals("TEXT") ? TEXT : body);

    assertThat(delivered.seen()).isEqualTo(Seen.NOTHING);
    assertThat(delivered.why()).isEqualTo(why);
  }

  @Test
  void a_reply_of_another_encoding_is_a_fault() throws Exception {
    byte[] gbk = TEXT.replace("hi", "中文").getBytes("GBK");
    DeliveryRequest request = request("plain", "{'MsgType':'text'}");
    SentMessage message = request.message().from("u", request.account(), 1, 1);

    assertThat(Judge.judge(gbk, request, message, StubGateway.CLOCK.instant()).why())
        .isEqualTo("body: XML that can't be read (expected: well-formed UTF-8 without a DOCTYPE)");
  }

  private static void assertSeen(
      String mode, String body, String seen, @Nullable String why, @Nullable String reply)
      throws Exception {
    Delivered delivered = answered(request(mode, "{'MsgType':'text','Content':'hi'}"), body);

    assertThat(delivered.seen().name().toLowerCase(Locale.ROOT)).isEqualTo(seen);
    assertThat(delivered.why()).isEqualTo(why);
    assertThat(delivered.tries())
        .containsExactly(new Try(200, 0, "".equals(reply) ? null : reply, null));
  }

  private static DeliveryRequest event(String mode, String event) throws BadRequest {
    return request(mode, "{'MsgType':'event','Event':'%s'}".formatted(event));
  }

  private static Delivered answered(DeliveryRequest request, String body) throws Exception {
    try (StubGateway gateway = new StubGateway(VERTX, answer(body))) {
      return deliver(gateway.deliveries(VERTX), request);
    }
  }

  private static String enveloped(String xml) {
    return envelope(seal().encrypt(xml));
  }

  private static String envelope(String encrypt) {
    return "<xml><Encrypt>%s</Encrypt><MsgSignature>%s</MsgSignature><TimeStamp>1718000137</TimeStamp><Nonce>5</Nonce></xml>"
        .formatted(encrypt, Signed.with("pamtest", "1718000137", "5", encrypt));
  }
}
