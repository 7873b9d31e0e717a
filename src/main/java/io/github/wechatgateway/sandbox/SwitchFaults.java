package io.github.wechatgateway.sandbox;

import static java.util.concurrent.CompletableFuture.completedStage;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.wechatgateway.sandbox.delivery.BadRequest;
import java.util.concurrent.CompletionStage;

/** {@code /sandbox/faults}: POST switches one on, DELETE ends all, and each tells which wait. */
final class SwitchFaults implements Script {
  private final Faults faults;
  private final FaultJson json;

  SwitchFaults(Faults faults, FaultJson json) {
    this.faults = faults;
    this.json = json;
  }

  @Override
  public CompletionStage<ObjectNode> answer(Question question) throws BadRequest {
    if (question.method().equals("POST")) {
      faults.add(json.read(question.body()));
    } else if (question.method().equals("DELETE")) {
      faults.end();
    }
    ObjectNode answer = JsonNodeFactory.instance.objectNode();
    ArrayNode waiting = answer.putArray("faults");
    faults.waiting().forEach(fault -> waiting.add(json.write(fault)));
    return completedStage(answer);
  }
}
