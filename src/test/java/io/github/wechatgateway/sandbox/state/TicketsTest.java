package io.github.wechatgateway.sandbox.state;

import static io.github.wechatgateway.sandbox.TestPlatform.CLUB;
import static io.github.wechatgateway.sandbox.TestPlatform.SHOP;
import static io.github.wechatgateway.sandbox.state.Tickets.Kind.JSAPI;
import static io.github.wechatgateway.sandbox.state.Tickets.Kind.WX_CARD;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.wechatgateway.sandbox.TestPlatform;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class TicketsTest {
  private final MovableClock clock = TestPlatform.clock();
  private final Tickets tickets = new Tickets(clock);

  @Test
  void a_ticket_stays_the_same_for_two_hours() {
    var first = tickets.get(SHOP, JSAPI);
    assertThat(first.value()).hasSize(86);
    assertThat(first.expiresIn()).isEqualTo(7200);

    clock.advance(Duration.ofSeconds(7199));
    assertThat(tickets.get(SHOP, JSAPI)).isEqualTo(new IssuedToken(first.value(), 1));
    clock.advance(Duration.ofSeconds(1));
    assertThat(tickets.get(SHOP, JSAPI).value()).isNotEqualTo(first.value());
  }

  @Test
  void each_account_has_its_own_of_each_kind() {
    assertThat(tickets.get(SHOP, JSAPI))
        .isNotEqualTo(tickets.get(CLUB, JSAPI))
        .isNotEqualTo(tickets.get(SHOP, WX_CARD));
  }
}
