package io.github.wechatgateway.bench;

import static org.assertj.core.api.Assertions.assertThatCode;

import org.junit.jupiter.api.Test;

/** The benchmark begins: nothing of it runs in a build else, and it should when it is wanted. */
class BenchIT {

  @Test
  void the_answers_of_all_that_it_compares_are_right() {
    Options options = Options.of("");

    assertThatCode(() -> new Saturation(options).close()).doesNotThrowAnyException();
  }
}
