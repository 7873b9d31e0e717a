package io.github.wechatgateway;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.core.impl.Log4jLogEvent;
import org.apache.logging.log4j.core.layout.PatternLayout;
import org.apache.logging.log4j.message.SimpleMessage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The line of JSON of config/log4j2.properties. */
class LogFormatTest {
  @Test
  void an_event_is_one_line_with_fixed_keys() throws IOException {
    String line = line("account=shop: \"明文模式\"\n\tC:\\", new IOException("no \"disk\"\n here"));

    assertThat(line).endsWith("}\n").containsOnlyOnce("\n");
    JsonNode event = new ObjectMapper().readTree(line);
    assertThat(event.fieldNames())
        .toIterable()
        .containsExactly("time", "level", "thread", "logger", "message", "error");
    assertThat(event.path("time").asText()).isEqualTo("1970-01-01T00:00:00.001Z");
    assertThat(event.path("level").asText()).isEqualTo("ERROR");
    assertThat(event.path("message").asText()).isEqualTo("account=shop: \"明文模式\"\n\tC:\\");
    assertThat(event.path("error").asText())
        .startsWith("java.io.IOException: no \"disk\"\n here\n\tat ");
  }

  @Test
  void without_an_exception_its_key_is_there_and_empty() throws IOException {
    assertThat(new ObjectMapper().readTree(line("well", null)).path("error").asText("none"))
        .isEmpty();
  }

  private static String line(String message, @Nullable Throwable thrown) throws IOException {
    Properties log = new Properties();
    try (Reader file = Files.newBufferedReader(Path.of("config", "log4j2.properties"), UTF_8)) {
      log.load(file);
    }
    PatternLayout layout =
        PatternLayout.newBuilder()
            .withPattern(log.getProperty("property.json"))
            .withAlwaysWriteExceptions(false)
            .build();
    return layout.toSerializable(
        Log4jLogEvent.newBuilder()
            .setTimeMillis(1)
            .setLevel(Level.ERROR)
            .setLoggerName("io.github.wechatgateway.Some")
            .setThreadName("main")
            .setMessage(new SimpleMessage(message))
            .setThrown(thrown)
            .build());
  }
}
