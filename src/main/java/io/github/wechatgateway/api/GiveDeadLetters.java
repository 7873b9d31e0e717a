package io.github.wechatgateway.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.wechatgateway.late.DeadLetter;
import io.github.wechatgateway.late.DeadLetters;
import io.github.wechatgateway.step.AsyncStep;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.apache.camel.Exchange;

/** Answers with what could not be delivered, and why: neither to whom nor what. */
final class GiveDeadLetters implements AsyncStep.Work {
  private final DeadLetters letters;

  GiveDeadLetters(DeadLetters letters) {
    this.letters = letters;
  }

  @Override
  public CompletionStage<?> start(Exchange exchange) throws ApiProblem {
    String account = exchange.getProperty(AuthorizeClient.ACCOUNT, String.class);
    return letters
        .list(account, Limit.of(exchange))
        .thenAccept(all -> ApiAnswer.json(200, ApiAnswer.JSON, json(all), exchange));
  }

  private static ObjectNode json(List<DeadLetter> all) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    ArrayNode letters = json.putArray("dead_letters");
    for (DeadLetter letter : all) {
      letters
          .addObject()
          .put("id", letter.id())
          .put("queue", letter.queue())
          .put("reason", letter.reason())
          .put("errcode", letter.errcode())
          .put("attempts", letter.attempts())
          .put("time", Instant.ofEpochMilli(letter.time()).toString());
    }
    return json;
  }
}
