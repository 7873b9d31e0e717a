package io.github.wechatgateway.sandbox.delivery;

import static io.github.wechatgateway.sandbox.delivery.Samples.ACCOUNT;
import static io.github.wechatgateway.sandbox.delivery.Samples.USER;
import static io.github.wechatgateway.sandbox.delivery.Samples.request;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UserMessageTest {
  private static final String HEAD =
      "<ToUserName><![CDATA[gh_7f083739789a]]></ToUserName>"
          + "<FromUserName><![CDATA[oSandboxUser1]]></FromUserName>"
          + "<CreateTime>1718000137</CreateTime>";
  private static final String EVENT = "<MsgType><![CDATA[event]]></MsgType>";

  @Test
  void a_message_gets_what_it_leaves_out() throws BadRequest {
    assertThat(sent("{'MsgType':'text','Content':'hi'}").xml())
        .isEqualTo(
            "<xml>%s<MsgType><![CDATA[text]]></MsgType><Content><![CDATA[hi]]></Content><MsgId>42</MsgId></xml>",
            HEAD);
  }

  @Test
  void an_event_has_no_id() throws BadRequest {
    SentMessage scan = sent("{'MsgType':'event','Event':'SCAN'}");

    assertThat(scan.xml()).isEqualTo("<xml>%s%s<Event><![CDATA[SCAN]]></Event></xml>", HEAD, EVENT);
    assertThat(scan.event()).isEqualTo("SCAN");
  }

  @Test
  void what_a_message_gives_itself_is_kept() throws BadRequest {
    SentMessage sent =
        sent(
            "{'ToUserName':'gh_other','FromUserName':'mphelper','CreateTime':7,'MsgType':'text','MsgId':4561255354251345929}");

    assertThat(sent.xml())
        .isEqualTo(
            "<xml><ToUserName><![CDATA[gh_other]]></ToUserName><FromUserName><![CDATA[mphelper]]></FromUserName>"
                + "<CreateTime>7</CreateTime><MsgType><![CDATA[text]]></MsgType><MsgId>4561255354251345929</MsgId></xml>");
    assertThat(sent.fromUserName()).isEqualTo("mphelper");
    assertThat(sent.toUserName()).isEqualTo("gh_other");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {'Location_X':23.13400,'Scale':20}                | <Location_X>23.13400</Location_X><Scale>20</Scale>
          {'debug_str':'a]]>b'}                             | <debug_str><![CDATA[a]]]]><![CDATA[>b]]></debug_str>
          {'Content':'<b>&amp;😀'}                          | <Content><![CDATA[<b>&amp;😀]]></Content>
          {'ScanCodeInfo':{'ScanType':'qr'}}                | <ScanCodeInfo><ScanType><![CDATA[qr]]></ScanType></ScanCodeInfo>
          {'PicList':{'item':[{'PicMd5Sum':1},{'PicMd5Sum':2}]}} | <PicList><item><PicMd5Sum>1</PicMd5Sum></item><item><PicMd5Sum>2</PicMd5Sum></item></PicList>
          {'PublishEventInfo':{'fail_idx':[1,2]}}           | <PublishEventInfo><fail_idx>1</fail_idx><fail_idx>2</fail_idx></PublishEventInfo>
          {'List':[]}                                       | ''
          {'EventKey':''}                                   | <EventKey><![CDATA[]]></EventKey>
          {'中文':'x'}                                      | <中文><![CDATA[x]]></中文>
          """,
      quoteCharacter = '"')
  void elements_nest_and_repeat(String elements, String xml) throws BadRequest {
    String given = "{'MsgType':'event'," + elements.substring(1);

    assertThat(sent(given).xml())
        .isEqualTo("<xml>%s%s%s</xml>", HEAD, EVENT, xml.equals("''") ? "" : xml);
  }

  private static SentMessage sent(String message) throws BadRequest {
    return request("plain", message).message().from(USER, ACCOUNT, 1718000137, 42);
  }
}
