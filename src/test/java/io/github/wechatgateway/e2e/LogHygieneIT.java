package io.github.wechatgateway.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wechatgateway.Canaries;
import io.github.wechatgateway.TestLog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Nothing secret has left through a log, whatever the tests before these did, at DEBUG. */
class LogHygieneIT {
  private static final Predicate<String> SECRET = Canaries.in(LogHygieneTest.OF_CALLBACKS);

  @Test
  void no_test_has_logged_a_secret_an_openid_or_what_a_user_wrote() throws IOException {
    assertThat(TestLog.files())
        .anySatisfy(log -> assertThat(log).content().contains("handler=on-link failed"))
        .allSatisfy(LogHygieneIT::holdsNoSecret);
  }

  private static void holdsNoSecret(Path log) throws IOException {
    try (Stream<String> lines = Files.lines(log)) {
      assertThat(lines.filter(SECRET).findFirst()).isEmpty();
    }
  }
}
