package io.github.wechatgateway.routes;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wechatgateway.RouteUnderTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Those with a single step: each has its own. */
class SandboxScriptRoutesTest {
  @RegisterExtension
  static final RouteUnderTest DELIVER = route("sandbox-deliver", "deliver-message");

  @RegisterExtension static final RouteUnderTest SENT = route("sandbox-sent", "list-sent");
  @RegisterExtension static final RouteUnderTest RECORDS = route("sandbox-records", "list-records");
  @RegisterExtension static final RouteUnderTest FAULTS = route("sandbox-faults", "switch-faults");
  @RegisterExtension static final RouteUnderTest CLOCK = route("sandbox-clock", "move-clock");
  @RegisterExtension static final RouteUnderTest MEDIA = route("sandbox-media", "give-media");

  @RegisterExtension static final RouteUnderTest PAGE = route("sandbox-page", "give-page");
  @RegisterExtension static final RouteUnderTest FILE = route("sandbox-page-file", "give-page");
  @RegisterExtension static final RouteUnderTest EVENTS = route("sandbox-events", "give-events");
  @RegisterExtension static final RouteUnderTest UPLOAD = route("sandbox-upload", "take-media");

  @Test
  void each_path_has_its_step() {
    assertThat(answer(DELIVER)).isEqualTo("deliver-message");
    assertThat(answer(SENT)).isEqualTo("list-sent");
    assertThat(answer(RECORDS)).isEqualTo("list-records");
    assertThat(answer(FAULTS)).isEqualTo("switch-faults");
    assertThat(answer(CLOCK)).isEqualTo("move-clock");
    assertThat(answer(MEDIA)).isEqualTo("give-media");
    assertThat(answer(PAGE)).isEqualTo("give-page");
    assertThat(answer(FILE)).isEqualTo("give-page");
    assertThat(answer(EVENTS)).isEqualTo("give-events");
    assertThat(answer(UPLOAD)).isEqualTo("take-media");
  }

  private static RouteUnderTest route(String route, String step) {
    return new RouteUnderTest("sandbox/" + route, "sandbox/sandbox-failed")
        .step("answer-bad-request", exchange -> {})
        .step(step, exchange -> exchange.getMessage().setBody(step));
  }

  private static Object answer(RouteUnderTest route) {
    return route.send(exchange -> {}).getMessage().getBody();
  }
}
