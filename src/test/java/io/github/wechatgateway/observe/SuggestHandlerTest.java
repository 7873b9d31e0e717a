package io.github.wechatgateway.observe;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wechatgateway.LogLines;
import io.github.wechatgateway.message.Elements;
import io.github.wechatgateway.message.Event;
import io.github.wechatgateway.message.Message;
import io.github.wechatgateway.message.Other;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class SuggestHandlerTest {
  @RegisterExtension final LogLines log = new LogLines(SuggestHandler.class);

  private final SuggestHandler suggestHandler = new SuggestHandler();

  @Test
  void the_log_says_which_lines_to_add_to_which_files() {
    suggest(event("ShakearoundUserShake"));

    assertThat(log.lines())
        .containsExactly(
            """
            INFO No handler takes Event "shakearoundusershake": the user gets no answer. To add one (没有处理器，用户收不到回复；添加方法):
            1. routes/router/route-event.camel.yaml, below "when:"
                          - expression:
                              simple:
                                expression: ${exchangeProperty.wechatEvent} == 'shakearoundusershake'
                            steps:
                              - to:
                                  uri: direct:on-event-shakearoundusershake
            2. routes/handlers/on-event-shakearoundusershake.camel.yaml
            - route:
                id: on-event-shakearoundusershake
                description: What happens on Event shakearoundusershake.
                from:
                  uri: direct:on-event-shakearoundusershake
                  steps:
                    - setBody:
                        expression:
                          constant:
                            expression: Hello""");
  }

  @Test
  void with_the_suggested_lines_an_event_is_answered() throws Exception {
    assertThat(answerWithSuggestedLines("route-event", event("user_enter_tempsession")))
        .isEqualTo("Hello");
  }

  @Test
  void with_the_suggested_lines_a_message_is_answered() throws Exception {
    assertThat(answerWithSuggestedLines("route-message", message("miniprogrampage")))
        .isEqualTo("Hello");
  }

  @Test
  void a_name_is_suggested_once_whatever_its_case() {
    suggest(event("card_pass_check"));
    suggest(event("card_pass_check"));
    suggest(event("CARD_PASS_CHECK"));

    assertThat(log.lines()).hasSize(1);
  }

  @Test
  void a_message_and_an_event_of_one_name_are_suggested_each() {
    suggest(event("file"));
    suggest(message("file"));

    assertThat(log.lines()).hasSize(2);
  }

  @Test
  void a_name_that_came_over_the_network_cannot_write_lines_of_its_own() {
    suggest(message("file'\n2026-01-01 ERROR"));

    assertThat(log.lines())
        .singleElement()
        .asString()
        .startsWith("INFO No handler takes MsgType \"file??2026-01-01?error\":")
        .hasLineCount(1);
  }

  @Test
  void for_a_name_that_no_handler_could_match_no_lines_are_suggested() {
    suggest(event("card pass"));
    suggest(event("事件"));
    suggest(event("card pass"));

    assertThat(log.lines())
        .hasSize(2)
        .allSatisfy(line -> assertThat(line).doesNotContain("routes/").hasLineCount(1))
        .first()
        .asString()
        .startsWith(
            "INFO No handler takes Event \"card?pass\": the user gets no answer."
                + " None can be suggested for such a name");
  }

  @Test
  void for_what_has_no_name_nothing_is_suggested() {
    suggest(message(""));
    suggest(event(""));
    suggest(event(" \n"));
    suggest(new Event.Other(new Elements(Map.of("MsgType", "event"))));

    assertThat(log.lines()).isEmpty();
  }

  private void suggest(Message message) {
    Exchange exchange = new DefaultExchange(new DefaultCamelContext());
    exchange.getMessage().setBody(message);
    suggestHandler.process(exchange);
  }

  /** Does what the log says, and sends the message through the router. */
  private Object answerWithSuggestedLines(String router, Message message) throws Exception {
    suggest(message);
    String[] parts = log.lines().get(0).split("(?m)^[12]\\. routes/.*\\n");
    String changed =
        Files.readString(Path.of("routes/router", router + ".camel.yaml"))
            .replaceFirst("(?m)^ +when:\\n", "$0" + Matcher.quoteReplacement(parts[1]));
    try (DefaultCamelContext context = new DefaultCamelContext()) {
      PluginHelper.getRoutesLoader(context)
          .loadRoutes(
              ResourceHelper.fromString(router + ".camel.yaml", changed),
              ResourceHelper.fromString("handler.camel.yaml", parts[2]));
      context.start();
      return context
          .createProducerTemplate()
          .request(
              "direct:" + router,
              exchange -> {
                exchange.setProperty("wechatMsgType", message.msgType().toLowerCase(Locale.ROOT));
                if (message instanceof Event event) {
                  exchange.setProperty("wechatEvent", event.event().toLowerCase(Locale.ROOT));
                }
                exchange.getMessage().setBody(message);
              })
          .getMessage()
          .getBody();
    }
  }

  private static Message message(String msgType) {
    return new Other(new Elements(Map.of("MsgType", msgType)));
  }

  private static Event event(String event) {
    return new Event.Other(new Elements(Map.of("MsgType", "event", "Event", event)));
  }
}
