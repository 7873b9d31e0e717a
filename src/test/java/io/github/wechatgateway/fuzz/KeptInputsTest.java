package io.github.wechatgateway.fuzz;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What the fuzzer once found, and where it begins, without the fuzzer. */
class KeptInputsTest {

  @ParameterizedTest(name = "{0}")
  @MethodSource("inputs")
  void an_input_that_was_kept_is_read_or_refused(String name, Target target, Path input) {
    assertThatCode(() -> target.test().on(Files.readAllBytes(input))).doesNotThrowAnyException();
  }

  static List<Arguments> inputs() throws IOException {
    List<Arguments> inputs = new ArrayList<>();
    for (Target target : Target.ALL) {
      for (Path input : target.inputs()) {
        inputs.add(
            arguments(target.owner().getSimpleName() + " " + input.getFileName(), target, input));
      }
    }
    return inputs;
  }
}
