package io.github.wechatgateway.late;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.DictionaryEntries;
import com.code_intelligence.jazzer.junit.FuzzTest;

/** Whatever lies in a queue is read, or told to be unreadable. */
public class QueueTextFuzz {

  @DictionaryEntries({
    "{\"v\":1,",
    "\"account\":\"shop\"",
    "\"key\":\"k1\"",
    "\"xml\":",
    "\"tries\":1",
    "\"attempts\":0",
    "\"leases\":0",
    "\"since\":",
    "\"id\":\"k1\"",
    "\"user\":\"o1\"",
    "\"origin\":\"API\"",
    "\"reply\":\"{}\"",
    "\"sent\":0",
    "\"lastFailure\":\"\"",
    "\"queue\":\"wechat.late\"",
    "\"message\":\"\"",
    "\"reason\":\"\"",
    "\"errcode\":0",
    "\"time\":0",
    "null",
    "1e400",
    "2147483648"
  })
  @FuzzTest
  public void a_queued_text_is_read_or_unreadable(byte[] input) {
    String text = new String(input, UTF_8);
    check(QueueText.LATE, text);
    check(QueueText.OUTBOX, text);
    check(QueueText.DEAD, text);
  }

  private static <T> void check(QueueText<T> kind, String text) {
    T message;
    try {
      message = kind.read(text);
    } catch (UnreadableMessage unreadable) {
      assertThat(unreadable.getMessage()).contains("(expected: ").hasSizeLessThan(100);
      return;
    }
    try {
      assertThat(kind.read(kind.write(message))).isEqualTo(message);
    } catch (UnreadableMessage ours) {
      throw new AssertionError(ours);
    }
  }
}
