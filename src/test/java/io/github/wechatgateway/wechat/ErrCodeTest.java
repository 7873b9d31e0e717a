package io.github.wechatgateway.wechat;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ErrCodeTest {
  @ParameterizedTest
  @CsvSource({
    "PASS, 0 45065 45066 45072 45080 45081",
    "TRY_AGAIN, -1",
    "RENEW_TOKEN, 40001 40014 42001",
    "OPEN_CIRCUIT_OF_TOKEN, 40002 40013 40125 41002 41004",
    "OPEN_CIRCUIT, 40164 61004 40243 50007",
    "PAUSE_UNTIL_MIDNIGHT, 45009",
    "PAUSE_A_MINUTE, 45011",
    "GIVE_UP, 45015 45047 45002 45008 40003 43004 43019 48002 50002 50005 48001 48004 50001",
    "GIVE_UP, 40007 40008 40035 44004 47001 48006 99999 40066",
  })
  void an_errcode_has_one_action(Action action, String codes) {
    assertThat(Arrays.stream(codes.split(" ")).map(Integer::valueOf))
        .allSatisfy(code -> assertThat(ErrCode.of(code).action()).isEqualTo(action));
  }

  @Test
  void what_is_not_in_the_table_is_other() {
    assertThat(ErrCode.of(12345)).isEqualTo(ErrCode.OTHER);
  }

  @ParameterizedTest
  @EnumSource(ErrCode.class)
  void a_refusal_says_what_it_means_and_what_to_do(ErrCode each) {
    assertThat(each.meaning()).isNotBlank();
    assertThat(each.whatToDo().isEmpty()).isEqualTo(each.action() == Action.PASS);
  }
}
