package io.github.wechatgateway.sandbox.delivery;

import static io.github.wechatgateway.sandbox.delivery.Samples.request;
import static io.github.wechatgateway.sandbox.delivery.Samples.seal;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class SignedPostTest {
  private static final SentMessage MESSAGE =
      new SentMessage("gh_1", "o 1", "text", "", "<MsgType>text</MsgType>");

  @Test
  void a_plain_post_is_the_message() throws BadRequest {
    SignedPost post = post("plain");

    assertThat(post.body()).isEqualTo("<xml><MsgType>text</MsgType></xml>");
    assertThat(post.encodedQuery())
        .isEqualTo(
            "signature=3019372f775e05253fe0266c12467f13786ac43a&timestamp=1409304348&nonce=12345&openid=o+1");
  }

  @Test
  void a_safe_post_has_ToUserName_and_Encrypt_alone() throws Exception {
    SignedPost post = post("safe");

    assertThat(post.body())
        .matches(
            "<xml><ToUserName><!\\[CDATA\\[gh_1]]></ToUserName><Encrypt><!\\[CDATA\\[[^]]+]]></Encrypt></xml>");
    assertOpens(post);
  }

  @Test
  void a_compatible_post_has_both_forms() throws Exception {
    SignedPost post = post("compatible");

    assertThat(post.body())
        .matches("<xml><MsgType>text</MsgType><Encrypt><!\\[CDATA\\[[^]]+]]></Encrypt></xml>");
    assertOpens(post);
  }

  private static void assertOpens(SignedPost post) throws Exception {
    Map<String, String> query = post.query();
    String encrypt =
        HardenedDom.parse(post.body().getBytes(UTF_8))
            .getElementsByTagName("Encrypt")
            .item(0)
            .getTextContent();
    assertThat(query)
        .containsOnlyKeys(
            "signature", "timestamp", "nonce", "openid", "encrypt_type", "msg_signature")
        .containsEntry("encrypt_type", "aes")
        .containsEntry("msg_signature", Signed.with("pamtest", "1409304348", "12345", encrypt));
    assertThat(seal().open(encrypt)).asString(UTF_8).isEqualTo(MESSAGE.xml());
  }

  private static SignedPost post(String mode) throws BadRequest {
    return SignedPost.of(request(mode, "{'MsgType':'text'}"), MESSAGE, 1409304348, "12345");
  }
}
