package io.github.wechatgateway.fuzz;

import io.github.wechatgateway.SettingsFuzz;
import io.github.wechatgateway.api.RelayFuzz;
import io.github.wechatgateway.callback.EnvelopeFuzz;
import io.github.wechatgateway.late.QueueTextFuzz;
import io.github.wechatgateway.message.MessageFuzz;
import io.github.wechatgateway.reply.ReplyFuzz;
import io.github.wechatgateway.wechat.AnswerFuzz;
import io.github.wechatgateway.wechat.media.MediaFuzz;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * What reads that which comes from outside, and may fail in no way but the declared one.
 *
 * @param owner has the test; its inputs are kept in {@code <owner>Inputs/}
 */
record Target(Class<?> owner, Test test) {
  static final List<Target> ALL =
      List.of(
          new Target(EnvelopeFuzz.class, new EnvelopeFuzz()::an_envelope_is_opened_or_refused),
          new Target(MessageFuzz.class, new MessageFuzz()::a_message_is_read_or_told_to_be_none),
          new Target(ReplyFuzz.class, new ReplyFuzz()::a_reply_can_be_sent_or_is_told_to_be_none),
          new Target(QueueTextFuzz.class, new QueueTextFuzz()::a_queued_text_is_read_or_unreadable),
          new Target(RelayFuzz.class, new RelayFuzz()::a_call_is_relayed_as_one_or_refused),
          new Target(AnswerFuzz.class, new AnswerFuzz()::an_answer_has_an_outcome),
          new Target(MediaFuzz.class, new MediaFuzz()::a_file_has_a_duration_or_is_refused),
          new Target(SettingsFuzz.class, new SettingsFuzz()::settings_are_taken_or_told));

  /** Fails unless the input was read or refused as it should be. */
  interface Test {
    void on(byte[] input) throws Exception;
  }

  /** The inputs that are kept for it. */
  List<Path> inputs() throws IOException {
    Path folder =
        Path.of("src/test/resources", owner.getName().replace('.', '/') + "Inputs")
            .toAbsolutePath();
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    }
  }
}
