package io.github.wechatgateway.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** All targets in one process, for each build: a fuzzer takes longer to start than it runs here. */
class ParsersFuzz {

  /**
   * Fuzzes one of them.
   *
   * @param input its first byte says which, the rest is for it
   */
  @MethodSource("inputs")
  @FuzzTest
  void whatever_comes_is_read_or_refused(byte[] input) throws Exception {
    if (input.length > 0) {
      List<Target> targets = Target.ALL;
      Target target = targets.get(Byte.toUnsignedInt(input[0]) % targets.size());
      target.test().on(Arrays.copyOfRange(input, 1, input.length));
    }
  }

  static Stream<byte[]> inputs() throws IOException {
    Stream.Builder<byte[]> inputs = Stream.builder();
    for (int i = 0; i < Target.ALL.size(); i++) {
      for (Path input : Target.ALL.get(i).inputs()) {
        byte[] content = Files.readAllBytes(input);
        byte[] prefixed = new byte[1 + content.length];
        prefixed[0] = (byte) i;
        System.arraycopy(content, 0, prefixed, 1, content.length);
        inputs.add(prefixed);
      }
    }
    return inputs.build();
  }
}
