package io.github.wechatgateway.sandbox.state;

import static io.github.wechatgateway.sandbox.TestPlatform.CLUB;
import static io.github.wechatgateway.sandbox.TestPlatform.SHOP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.wechatgateway.sandbox.TestPlatform;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class PlatformTest {
  @Test
  void accounts_are_found_by_their_app_id() {
    Platform platform = TestPlatform.at(TestPlatform.clock());

    assertThat(platform.account("wx-club")).contains(CLUB);
    assertThat(platform.account("club")).isEmpty();
  }

  @Test
  void quotas_are_reset_ten_times_in_a_month_of_beijing() {
    MovableClock clock = TestPlatform.clock();
    var clearings = new QuotaClearings(clock);
    for (int i = 0; i < 10; i++) {
      assertThat(clearings.take(SHOP)).isTrue();
    }

    assertThat(clearings.take(SHOP)).isFalse();
    assertThat(clearings.take(CLUB)).isTrue();
    clock.advance(Duration.ofDays(29).plusHours(11));
    assertThat(clearings.take(SHOP)).isFalse();
    clock.advance(Duration.ofHours(1));
    assertThat(clearings.take(SHOP)).isTrue();
  }

  @Test
  void limits_are_checked() {
    assertThatThrownBy(() -> limits(63, 1, 100))
        .hasMessage("tokenLength: 63 (expected: from 64 on)");
    assertThatThrownBy(() -> limits(64, 0, 100))
        .hasMessage("a limit below 1 (expected: from 1 on)");
    assertThatThrownBy(() -> limits(64, 1, 99))
        .hasMessage("mediaBytes: 99 (expected: from 100 on)");
  }

  private static PlatformLimits limits(int tokenLength, int tokens, long mediaBytes) {
    var uploads = new UploadLimits(1, 1, 100, 1, Duration.ZERO);
    return new PlatformLimits(tokenLength, tokens, uploads, mediaBytes, 1, 1, 1, 1);
  }
}
