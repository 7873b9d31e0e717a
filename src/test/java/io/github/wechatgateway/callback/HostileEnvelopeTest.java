package io.github.wechatgateway.callback;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wechatgateway.message.HostileXml;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What hostile documents do to the reader of envelopes: nothing. */
class HostileEnvelopeTest {
  private static final long SECOND = 1_000_000_000;
  private static final long MIB = 1024 * 1024;

  @ParameterizedTest
  @MethodSource("documents")
  void nothing_but_a_text_or_the_declared_exception_comes_of_it(String document) {
    assertThat(outcome(document)).doesNotContain(HostileXml.CANARY);
  }

  @ParameterizedTest
  @MethodSource("documents")
  void nothing_is_fetched(String document) {
    int before = HostileXml.visitors();

    assertThat(outcome(document)).isNotNull();

    assertThat(HostileXml.visitors()).isEqualTo(before);
  }

  @ParameterizedTest
  @MethodSource("documents")
  void neither_time_nor_memory_is_wasted(String document) {
    assertThat(outcome(document)).isNotNull(); // loads classes
    long allocated = HostileXml.allocated();
    long start = System.nanoTime();

    assertThat(outcome(document)).isNotNull();

    assertThat(System.nanoTime() - start).isLessThan(SECOND);
    assertThat(HostileXml.allocated() - allocated).isLessThan(16 * MIB);
  }

  static Set<String> documents() {
    return HostileXml.names();
  }

  /** The text of Encrypt, or why it is refused. */
  private static String outcome(String document) {
    try {
      return EnvelopeReader.encrypt(HostileXml.document(document));
    } catch (Refused expected) {
      assertThat(expected.status()).isEqualTo(403);
      return String.valueOf(expected.getMessage());
    }
  }
}
