package io.github.wechatgateway.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Account and signature are looked at before a byte of the body is read. */
class SignatureFirstTest {
  private final WeChatClient wechat = new WeChatClient();

  @Test
  void a_post_with_another_signature_is_forbidden_while_its_body_is_not_there_yet() {
    Map<String, String> query = wechat.signed();
    query.put("signature", "0".repeat(40));

    assertThat(answerToHead("plain", query, 60_000)).startsWith("HTTP/1.1 403 ");
  }

  @Test
  void a_post_to_an_unknown_account_is_not_found_however_long_its_body() {
    assertThat(answerToHead("nobody", wechat.signed(), 6_000_000)).startsWith("HTTP/1.1 404 ");
  }

  @Test
  void a_post_with_another_signature_is_forbidden_however_long_its_body() {
    Map<String, String> query = wechat.signed();
    query.put("nonce", "another");

    assertThat(answerToHead("plain", query, 6_000_000)).startsWith("HTTP/1.1 403 ");
  }

  private static String answerToHead(String account, Map<String, String> query, int length) {
    URI url = WeChatClient.withQuery(RunningGateway.url(account), query);
    return RawHttp.post(url, url.getRawQuery(), length, "");
  }
}
