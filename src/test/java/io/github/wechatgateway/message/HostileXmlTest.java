package io.github.wechatgateway.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.ByteArrayInputStream;
import java.util.Set;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What hostile documents do to the reader of messages: nothing. */
class HostileXmlTest {
  private static final long SECOND = 1_000_000_000;
  private static final long MIB = 1024 * 1024;

  private final MessageReader reader = new MessageReader();

  @ParameterizedTest
  @MethodSource("documents")
  void nothing_but_a_message_or_the_declared_exception_comes_of_it(String document) {
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

  @Test
  void a_careless_parser_would_be_caught() throws Exception {
    DocumentBuilder careless = DocumentBuilderFactory.newInstance().newDocumentBuilder();
    int before = HostileXml.visitors();

    String text =
        careless
            .parse(new ByteArrayInputStream(HostileXml.document("entity of a file")))
            .getDocumentElement()
            .getTextContent();
    assertThatCode(
            () -> careless.parse(new ByteArrayInputStream(HostileXml.document("entity over http"))))
        .isInstanceOf(Exception.class);

    assertThat(text).contains(HostileXml.CANARY);
    assertThat(HostileXml.visitors()).isGreaterThan(before);
  }

  static Set<String> documents() {
    return HostileXml.names();
  }

  /** All texts of the message, or why it is none. */
  private String outcome(String document) {
    try {
      return reader.read(HostileXml.document(document)).elements().leaves().toString();
    } catch (NotAMessage expected) {
      return String.valueOf(expected.getMessage());
    }
  }
}
