package io.github.wechatgateway.observe;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wechatgateway.LogLines;
import io.github.wechatgateway.message.Elements;
import io.github.wechatgateway.message.Text;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class LogFailureTest {
  @RegisterExtension final LogLines log = new LogLines(LogFailure.class);

  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private final LogFailure logFailure = new LogFailure(new Counters(meters));
  private final Exchange exchange = new DefaultExchange(new DefaultCamelContext());

  @BeforeEach
  void a_handler_threw() {
    Text message = new Text(new Elements(Map.of("Content", "6222 0212", "FromUserName", "oUser")));
    exchange.setProperty("wechatAccount", "demo");
    exchange.setProperty("wechatHandler", "on-text");
    exchange.setProperty("wechatMessageKey", "mJb8s0");
    exchange.setProperty("wechatMessage", message);
    exchange.setProperty(
        Exchange.EXCEPTION_CAUGHT,
        new IllegalStateException("oUser has no card 6222 0212 (?card=6222+0212)"));
  }

  @Test
  void one_line_names_account_message_and_handler() {
    logFailure.process(exchange);

    assertThat(log.lines())
        .singleElement()
        .asString()
        .startsWith(
            "ERROR account=demo messageKey=mJb8s0 handler=on-text failed; WeChat will ask again. ");
  }

  @Test
  void what_the_user_wrote_is_taken_out_of_the_text_of_the_exception() {
    logFailure.process(exchange);

    assertThat(log.lines())
        .singleElement()
        .asString()
        .contains("java.lang.IllegalStateException: *** has no card *** (?card=***)");
  }

  @Test
  void the_failure_is_counted() {
    logFailure.process(exchange);

    assertThat(
            meters
                .get("wechat_failed_handlers")
                .tags("account", "demo", "handler", "on-text")
                .counter()
                .count())
        .isEqualTo(1);
  }

  @Test
  void a_failure_before_the_message_was_read_is_logged_as_well() {
    exchange.removeProperty("wechatMessage");
    exchange.removeProperty("wechatHandler");

    logFailure.process(exchange);

    assertThat(log.lines()).singleElement().asString().contains("handler=none failed");
  }
}
