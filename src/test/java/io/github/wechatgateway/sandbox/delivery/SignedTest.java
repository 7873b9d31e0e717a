package io.github.wechatgateway.sandbox.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wechatgateway.PublishedEnvelope;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class SignedTest {
  /** Tencent's documentation, 消息推送, in the order of the page. */
  @ParameterizedTest
  @CsvSource({
    "1714036504, 1514711492, f464b24fc39322e44b38aa78f5edd27bd1441696",
    "1714037059, 486452656, 899cf89e464efb63f54ddac96b0a0a235f53aa78",
    "1714112445, 415670741, 6c5c811b55cc85e0e1b54100749188c20beb3f5d",
    "1715943329, 1590219412, cc0c594499c1634947d5b502f158ee518947db27"
  })
  void a_published_signature_comes_out(String timestamp, String nonce, String signature) {
    assertThat(Signed.with("AAAAA", timestamp, nonce)).isEqualTo(signature);
  }

  /** Some are published without. */
  static Stream<PublishedEnvelope> signed() {
    return Stream.of(PublishedEnvelope.values()).filter(seal -> !seal.msgSignature.isEmpty());
  }

  @ParameterizedTest
  @MethodSource("signed")
  void a_published_signature_of_an_encrypt_comes_out(PublishedEnvelope published) {
    assertThat(
            Signed.with(published.token, published.timestamp, published.nonce, published.encrypt))
        .isEqualTo(published.msgSignature);
  }
}
