package io.github.wechatgateway.callback;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wechatgateway.PublishedEnvelope;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Against signatures that Tencent and others have published. */
class SignatureTest {

  @ParameterizedTest
  @CsvSource({
    // Tencent, 消息推送: URL check, plain post, and the one beside msg_signature in safe mode, twice
    "AAAAA, 1714036504, 1514711492, f464b24fc39322e44b38aa78f5edd27bd1441696",
    "AAAAA, 1714037059, 486452656, 899cf89e464efb63f54ddac96b0a0a235f53aa78",
    "AAAAA, 1714112445, 415670741, 6c5c811b55cc85e0e1b54100749188c20beb3f5d",
    "AAAAA, 1715943329, 1590219412, cc0c594499c1634947d5b502f158ee518947db27",
  })
  void signs_as_tencent_published(String token, String timestamp, String nonce, String signature) {
    assertThat(Signature.of(token, timestamp, nonce)).isEqualTo(signature);
  }

  @ParameterizedTest
  @EnumSource
  void signs_envelopes_as_published(PublishedEnvelope it) {
    if (!it.msgSignature.isEmpty()) {
      assertThat(Signature.of(it.token, it.timestamp, it.nonce, it.encrypt))
          .isEqualTo(it.msgSignature);
    }
  }

  @Test
  void signs_any_number_of_texts() {
    // WxJava, SHA1Test
    assertThat(Signature.of("123", "345")).isEqualTo("9f537aeb751ec72605f57f94a2f6dc3e3958e1dd");
    // node-webot, wechat-crypto
    assertThat(Signature.of("RMNlACHlV5ThzfRlVS4D4", "timestamp", "nonce", "encrypt"))
        .isEqualTo("8edac0945683c119ee71c9f6256d76c48aa08a96");
  }

  @Test
  void the_order_of_the_texts_makes_no_difference() {
    assertThat(Signature.of("nonce", "token", "1")).isEqualTo(Signature.of("1", "nonce", "token"));
  }

  @Test
  void the_texts_stay_in_the_order_in_which_they_were_given() {
    String[] texts = {"b", "a"};

    assertThat(Signature.of(texts)).isNotEmpty();

    assertThat(texts).containsExactly("b", "a");
  }

  @Test
  void its_own_signature_fits() {
    assertThat(Signature.fits(Signature.of("token", "1", "nonce"), "token", "1", "nonce")).isTrue();
  }

  @Test
  void another_nonce_does_not_fit() {
    var it = PublishedEnvelope.ECHOSTR;

    assertThat(Signature.fits(it.msgSignature, it.token, it.timestamp, "437374424", it.encrypt))
        .isFalse();
  }

  @Test
  void upper_case_does_not_fit() {
    assertThat(
            Signature.fits(
                "F464B24FC39322E44B38AA78F5EDD27BD1441696", "AAAAA", "1714036504", "1514711492"))
        .isFalse();
  }

  @Test
  void none_an_empty_and_a_longer_one_do_not_fit() {
    String right = Signature.of("token", "1", "nonce");

    assertThat(Signature.fits(null, "token", "1", "nonce")).isFalse();
    assertThat(Signature.fits("", "token", "1", "nonce")).isFalse();
    assertThat(Signature.fits(right + "0", "token", "1", "nonce")).isFalse();
    assertThat(Signature.fits(" " + right, "token", "1", "nonce")).isFalse();
  }
}
