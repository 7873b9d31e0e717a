package io.github.wechatgateway.sandbox;

import static java.util.concurrent.CompletableFuture.completedStage;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.wechatgateway.record.Records;
import io.github.wechatgateway.sandbox.delivery.BadRequest;
import java.util.concurrent.CompletionStage;

/**
 * {@code GET /sandbox/records?account=…&user=…}: what became of a user's last messages, the newest
 * first. The gateway API gives the same to who has a key.
 */
final class ListRecords implements Script {
  private static final int MOST = 100;

  private final Records records;

  ListRecords(Records records) {
    this.records = records;
  }

  @Override
  public CompletionStage<ObjectNode> answer(Question question) throws BadRequest {
    ObjectNode answer = JsonNodeFactory.instance.objectNode();
    answer
        .putArray("records")
        .addAll(records.ofUser(of("account", question), of("user", question), MOST));
    return completedStage(answer);
  }

  private static String of(String name, Question question) throws BadRequest {
    return question
        .query()
        .apply(name)
        .orElseThrow(() -> new BadRequest(name, "missing", "whose messages to look for"));
  }
}
