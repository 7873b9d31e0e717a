package io.github.wechatgateway.wechat;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.wechatgateway.account.Account;
import io.github.wechatgateway.account.TokenKind;
import io.github.wechatgateway.junit.GatewayExtension;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class JsapiTicketTest {
  private static final Account DEMO = DemoAccount.with(TokenKind.STABLE);
  private static final String PATH = "/cgi-bin/ticket/getticket";

  @RegisterExtension
  static final GatewayExtension GATEWAY =
      new GatewayExtension().setting("wechat.api.retry-delay", "10");

  @Test
  void a_ticket_is_fetched_and_kept() throws Exception {
    Token ticket = now(tickets().get(DEMO));

    assertThat(ticket.left(Instant.now())).isBetween(Duration.ofHours(1), Duration.ofHours(2));
    assertThat(now(tickets().get(DEMO))).isEqualTo(ticket);
  }

  @Test
  void a_ticket_that_is_refused_is_told_with_the_errcode_and_the_next_call_may_succeed()
      throws Exception {
    Token first = now(tickets().get(DEMO));
    GATEWAY.fault(Map.of("path", PATH, "errcode", 48001));

    assertThatThrownBy(() -> now(tickets().replace(DEMO, first)))
        .hasMessageContaining("errcode 48001");
    assertThat(now(tickets().replace(DEMO, first))).isNotNull();
  }

  @Test
  void a_ticket_whose_token_is_refused_is_fetched_with_another() throws Exception {
    Token first = now(tickets().get(DEMO));
    GATEWAY.fault(Map.of("path", PATH, "errcode", 40001));

    assertThat(now(tickets().replace(DEMO, first))).isNotNull();
  }

  private static Tokens tickets() {
    return requireNonNull(
        GATEWAY.context().getRegistry().lookupByNameAndType("jsapi-tickets", Tokens.class));
  }

  private static Token now(CompletionStage<Token> asked) throws Exception {
    return asked.toCompletableFuture().get(10, TimeUnit.SECONDS);
  }
}
