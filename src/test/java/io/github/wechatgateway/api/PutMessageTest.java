package io.github.wechatgateway.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.wechatgateway.late.OutboxMessage;
import io.github.wechatgateway.reply.BadReply;
import io.github.wechatgateway.reply.CustomerServiceJson;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.api.Test;

class PutMessageTest {
  private final List<OutboxMessage> put = new ArrayList<>();
  private final CompletableFuture<Void> stored = new CompletableFuture<>();
  private final CompletableFuture<Void> files = new CompletableFuture<>();
  private final PutMessage step =
      new PutMessage(
          new CustomerServiceJson(3),
          reply -> files,
          message -> {
            put.add(message);
            return stored;
          },
          InstantSource.fixed(Instant.ofEpochMilli(1790000000123L)),
          Runnable::run);

  @Test
  void a_message_is_accepted_when_it_is_on_disk_and_not_before() throws Exception {
    Exchange exchange = exchange(Map.of("msgtype", "text", "text", Map.of("content", "您好")));
    CompletableFuture<?> end = step.start(exchange).toCompletableFuture();

    assertThat(put).isEmpty();
    files.complete(null);
    assertThat(end).isNotDone();
    assertThat(put)
        .containsExactly(
            OutboxMessage.of(
                "id1",
                "demo",
                "oSandboxUser1",
                OutboxMessage.Origin.API,
                "{\"msgtype\":\"text\",\"text\":{\"content\":\"您好\"}}",
                1790000000123L));
    stored.complete(null);
    assertThat(end).isCompleted();
    assertThat(exchange.getMessage().getHeader(Exchange.HTTP_RESPONSE_CODE)).isEqualTo(202);
    assertThat(exchange.getMessage().getBody(ByteBuffer.class))
        .isEqualTo(ByteBuffer.wrap("{\"id\":\"id1\"}".getBytes(UTF_8)));
  }

  @Test
  void what_wechat_would_refuse_is_not_put() {
    Exchange exchange = exchange(Map.of("msgtype", "transfer_customer_service"));

    assertThatThrownBy(() -> step.start(exchange)).isInstanceOf(BadReply.class);
    assertThat(put).isEmpty();
  }

  @Test
  void a_file_that_wechat_would_refuse_is_told_at_once_and_nothing_is_put() throws Exception {
    Exchange exchange = exchange(Map.of("msgtype", "image", "image", Map.of("file", "a.png")));
    CompletableFuture<?> end = step.start(exchange).toCompletableFuture();
    files.completeExceptionally(new BadReply("image.file", "not there", "a file"));

    assertThatThrownBy(end::join).hasCauseInstanceOf(BadReply.class);
    assertThat(put).isEmpty();
  }

  @Test
  void what_can_not_be_stored_is_refused_for_now() throws Exception {
    Exchange exchange = exchange(Map.of("msgtype", "text", "text", Map.of("content", "您好")));
    CompletableFuture<?> end = step.start(exchange).toCompletableFuture();
    files.complete(null);
    stored.completeExceptionally(new IllegalStateException("secret"));

    assertThatThrownBy(end::join)
        .cause()
        .isInstanceOfSatisfying(
            ApiProblem.class, problem -> assertThat(problem.status()).isEqualTo(503))
        .hasMessage("the message could not be stored");
  }

  private static Exchange exchange(Map<String, ?> reply) {
    Exchange exchange = new DefaultExchange(new DefaultCamelContext());
    exchange.setProperty("wechatUser", "oSandboxUser1");
    exchange.setProperty(AuthorizeClient.ACCOUNT, "demo");
    exchange.setProperty(NameMessage.ID, "id1");
    exchange.getMessage().setBody(reply);
    return exchange;
  }
}
