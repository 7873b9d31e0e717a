package io.github.wechatgateway.claim;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TriesTest {
  private static final long NOW = 1_700_000_000_000L;

  @ParameterizedTest
  @CsvSource({
    "0, 1",
    "3999, 1",
    "4000, 2",
    "5000, 2",
    "8999, 2",
    "9000, 3",
    "10000, 3",
    "60000, 3"
  })
  void a_try_begins_every_five_seconds_give_or_take_one(long age, int number) {
    assertThat(Tries.at(age)).isEqualTo(number);
  }

  @ParameterizedTest
  @CsvSource({
    "0, 1",
    "4, 1",
    "5, 2",
    "6, 2",
    "10, 3",
    "19, 3",
    "20, 3",
    "21, 3",
    "86400, 3",
    "-2, 1",
    "-21, 3"
  })
  void a_copy_that_is_the_first_we_see_is_told_by_its_own_time(long secondsAgo, int number) {
    assertThat(Tries.at(Tries.age(NOW / 1_000 - secondsAgo, NOW))).isEqualTo(number);
  }

  @ParameterizedTest
  @CsvSource({"0", "99999999999", "9223372036854775807", "-9223372036854775808"})
  void in_doubt_it_is_the_last(long createTime) {
    assertThat(Tries.at(Tries.age(createTime, NOW))).isEqualTo(Tries.LAST);
  }
}
