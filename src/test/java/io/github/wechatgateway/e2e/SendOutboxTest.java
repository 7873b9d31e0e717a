package io.github.wechatgateway.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.wechatgateway.junit.GatewayExtension;
import io.github.wechatgateway.late.OutboxMessage;
import io.github.wechatgateway.late.Result;
import io.github.wechatgateway.reply.BadReply;
import io.github.wechatgateway.reply.Reply;
import io.github.wechatgateway.reply.ReplyJson;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.camel.Exchange;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What {@code direct:send-outbox} does with an answer, a message of it at a time. */
class SendOutboxTest {
  private static final String USER = "oSandboxUser1";

  @RegisterExtension static final GatewayExtension GATEWAY = new GatewayExtension();

  /** Whoever writes may be sent five messages. */
  @BeforeEach
  void write() {
    GATEWAY.text("hello");
  }

  @Test
  void an_answer_of_one_message_is_sent_with_it() throws BadReply {
    assertThat(send("您好", 0)).isEqualTo(new Result.Sent(true));

    assertThat(last().at("/text/content").asText()).isEqualTo("您好");
  }

  @Test
  void the_message_after_those_that_were_sent_is_sent() throws BadReply {
    String text = "一".repeat(600) + "二".repeat(600) + "三".repeat(600);

    assertThat(send(text, 0)).isEqualTo(new Result.Sent(false));
    assertThat(last().at("/text/content").asText()).startsWith("一");
    assertThat(send(text, 2)).isEqualTo(new Result.Sent(true));
    assertThat(last().at("/text/content").asText()).endsWith("三");
  }

  @Test
  void one_that_is_sent_already_is_not_sent_again() throws BadReply {
    int before = GATEWAY.sentTo(USER).size();

    assertThat(send("您好", 1)).isEqualTo(new Result.Sent(true));
    assertThat(GATEWAY.sentTo(USER)).hasSize(before);
  }

  @Test
  void a_closed_window_is_told_with_its_errcode() throws BadReply {
    GATEWAY.fault(Map.of("path", "/cgi-bin/message/custom/send", "errcode", 45015, "times", 1));

    assertThat(send("您好", 0))
        .isInstanceOfSatisfying(
            Result.Keep.class, keep -> assertThat(keep.errcode()).isEqualTo(45015));
  }

  @Test
  void what_can_not_travel_this_way_never_will() throws BadReply {
    assertThat(send(new Reply.TransferCustomerService(""), 0)).isInstanceOf(Result.Final.class);
  }

  private static Object send(Object left, int sent) throws BadReply {
    OutboxMessage message =
        new OutboxMessage(
            "a",
            "demo",
            USER,
            OutboxMessage.Origin.ANSWER,
            Objects.requireNonNull(ReplyJson.of(left)),
            sent,
            0,
            0,
            "");
    Exchange exchange = new DefaultExchange(GATEWAY.context());
    exchange.getMessage().setBody(message);
    return GATEWAY
        .context()
        .createProducerTemplate()
        .send("direct:send-outbox", exchange)
        .getMessage()
        .getBody();
  }

  private static JsonNode last() {
    List<JsonNode> sent = GATEWAY.sentTo(USER);
    return sent.get(sent.size() - 1);
  }
}
