package io.github.wechatgateway.sandbox.delivery;

import static io.github.wechatgateway.sandbox.delivery.Samples.ACCOUNT;
import static io.github.wechatgateway.sandbox.delivery.Samples.KEYLESS;
import static io.github.wechatgateway.sandbox.delivery.Samples.USER;
import static io.github.wechatgateway.sandbox.delivery.Samples.request;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.wechatgateway.account.Encryption;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class DeliveryRequestTest {
  private static final String TEXT = "'message':{'MsgType':'text','Content':'hi'}";

  @Test
  void all_but_the_message_may_be_left_out() throws BadRequest {
    DeliveryRequest request = request("{" + TEXT + "}");

    assertThat(request.account()).isEqualTo(ACCOUNT);
    assertThat(request.user()).isEqualTo(USER);
    assertThat(request.mode()).isEqualTo(Encryption.PLAIN);
  }

  @ParameterizedTest
  @EnumSource
  void a_request_may_choose_its_mode(Encryption mode) throws BadRequest {
    assertThat(request(mode.name().toLowerCase(Locale.ROOT), "{'MsgType':'text'}").mode())
        .isEqualTo(mode);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          {                                            | body, line 1: not JSON, a name twice, or nested too deep (expected: a JSON object: {"message": {"MsgType": …}})
          {'user':'a','user':'b'}                      | body, line 1: not JSON, a name twice, or nested too deep (expected: a JSON object: {"message": {"MsgType": …}})
          {} {}                                        | body, line 1: not JSON, a name twice, or nested too deep (expected: a JSON object: {"message": {"MsgType": …}})
          []                                           | body: no JSON object (expected: a JSON object: {"message": {"MsgType": …}})
          {'mesage':{}}                                | body: a field that is unknown (expected: account, user, mode, message, badSignature, lostAnswers alone)
          {}                                           | message: missing (expected: an object: {"MsgType": …})
          {'message':'hi'}                             | message: 2 characters (expected: an object: {"MsgType": …})
          {'message':{}}                               | message.MsgType: missing (expected: a text: text, image, event …)
          {'message':{'MsgType':1}}                    | message.MsgType: a number (expected: a text: text, image, event …)
          {'message':{'MsgType':'text','FromUserName':1}} | message.FromUserName: a number (expected: a text)
          {'account':'other'}                          | account: 5 characters (expected: one of demo)
          {'account':1}                                | account: a number (expected: a text)
          {'user':'nobody'}                            | user: 6 characters (expected: one of oSandboxUser1)
          {'mode':'secret'}                            | mode: another text (expected: one of plain, compatible, safe)
          {'message':{'MsgType':'text','a b':'x'}}     | message: 3 characters that are no name of an element (expected: letters, digits, _, - and ., a letter or _ first)
          {'badSignature':1,'message':{'MsgType':'a'}} | badSignature: a number (expected: true or false)
          {'lostAnswers':4,'message':{'MsgType':'a'}}  | lostAnswers: a number (expected: a whole number from 0 to 3)
          {'lostAnswers':-1,'message':{'MsgType':'a'}} | lostAnswers: a number (expected: a whole number from 0 to 3)
          {'lostAnswers':'2','message':{'MsgType':'a'}} | lostAnswers: 1 characters (expected: a whole number from 0 to 3)
          {'message':{'MsgType':'text','1':'x'}}       | message: 1 characters that are no name of an element (expected: letters, digits, _, - and ., a letter or _ first)
          {'message':{'MsgType':'text','':'x'}}        | message: 0 characters that are no name of an element (expected: letters, digits, _, - and ., a letter or _ first)
          {'message':{'MsgType':'text','a':{'b:c':1}}} | message.a: 3 characters that are no name of an element (expected: letters, digits, _, - and ., a letter or _ first)
          {'message':{'MsgType':'text','a':true}}      | message.a: a boolean (expected: a text, a number, an object, or an array of these)
          {'message':{'MsgType':'text','a':null}}      | message.a: a null (expected: a text, a number, an object, or an array of these)
          {'message':{'MsgType':'text','a':[1,[2]]}}   | message.a[1]: an array (expected: a text, a number, an object, or an array of these)
          {'message':{'MsgType':'text','a':'\\u0001'}} | message.a: a character that XML can't hold (expected: no control characters)
          {'message':{'MsgType':'text','a':'\\ud83d'}} | message.a: a character that XML can't hold (expected: no control characters)
          """)
  void what_cannot_be_delivered_is_refused(String json, String problem) {
    assertThatThrownBy(() -> request(json)).isInstanceOf(BadRequest.class).hasMessage(problem);
  }

  @Test
  void one_of_several_accounts_must_be_named() {
    byte[] json = ("{" + TEXT + "}").replace('\'', '"').getBytes(UTF_8);

    assertThatThrownBy(
            () ->
                DeliveryRequest.read(
                    json, Map.of("demo", ACCOUNT, "keyless", KEYLESS), Set.of(USER)))
        .hasMessageMatching(
            "account: missing \\(expected: one of (demo, keyless|keyless, demo)\\)");
  }

  @Test
  void an_account_without_a_key_is_sent_nothing_encrypted() {
    byte[] json = ("{'mode':'safe'," + TEXT + "}").replace('\'', '"').getBytes(UTF_8);

    assertThatThrownBy(() -> DeliveryRequest.read(json, Map.of("keyless", KEYLESS), Set.of(USER)))
        .hasMessage(
            "mode: encrypted (expected: plain, as the account keyless has no EncodingAESKey)");
  }

  @Test
  void elements_nest_sixteen_deep_and_no_deeper() throws BadRequest {
    request("plain", nested(ElementWriter.MAX_DEPTH - 1));
    assertThatThrownBy(() -> request("plain", nested(ElementWriter.MAX_DEPTH)))
        .hasMessageStartingWith("message.a.a.a.")
        .hasMessageEndingWith("nested too deep (expected: at most 16 levels)");
  }

  @Test
  void a_message_of_more_than_64_KiB_is_refused_as_JSON_and_as_XML() {
    String repeated = "1,".repeat(5000) + "1";
    String chinese = "中".repeat(30_000);

    assertThatThrownBy(() -> request("plain", "{'MsgType':'" + "a".repeat(70_000) + "'}"))
        .hasMessage("body: 70041 bytes (expected: at most 65536)");
    assertThatThrownBy(() -> request("plain", "{'MsgType':'text','longer':[" + repeated + "]}"))
        .hasMessageStartingWith("message.longer[")
        .hasMessageEndingWith("too large (expected: at most 65536 bytes as XML)");
    assertThatThrownBy(() -> request("plain", "{'MsgType':'text','a':'" + chinese + "'}"))
        .hasMessageEndingWith(" bytes (expected: at most 65536)");
  }

  private static String nested(int depth) {
    return "{'MsgType':'text','a':" + "{'a':".repeat(depth - 1) + "{}" + "}".repeat(depth);
  }
}
