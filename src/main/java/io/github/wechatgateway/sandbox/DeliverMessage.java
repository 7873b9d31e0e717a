package io.github.wechatgateway.sandbox;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.wechatgateway.sandbox.delivery.BadRequest;
import io.github.wechatgateway.sandbox.delivery.Delivered;
import io.github.wechatgateway.sandbox.delivery.Deliveries;
import io.github.wechatgateway.sandbox.delivery.DeliveryRequest;
import io.github.wechatgateway.sandbox.edit.Edits;
import io.github.wechatgateway.sandbox.state.OfficialAccount;
import io.github.wechatgateway.sandbox.state.Users;
import io.vertx.core.Vertx;
import java.util.Map;
import java.util.concurrent.CompletionStage;

/**
 * {@code POST /sandbox/deliver}: delivers a message as WeChat does, to the handlers as they are in
 * their files now.
 */
final class DeliverMessage implements Script {
  private final Deliveries deliveries;
  private final Edits edits;
  private final Vertx vertx;
  private final Map<String, OfficialAccount> accounts;

  DeliverMessage(
      Deliveries deliveries, Edits edits, Vertx vertx, Map<String, OfficialAccount> accounts) {
    this.deliveries = deliveries;
    this.edits = edits;
    this.vertx = vertx;
    this.accounts = accounts;
  }

  @Override
  public CompletionStage<ObjectNode> answer(Question question) throws BadRequest {
    DeliveryRequest request = DeliveryRequest.read(question.body(), accounts, Users.FOLLOWERS);
    return vertx
        .executeBlocking(this::look, false)
        .toCompletionStage()
        .thenCompose(looked -> deliveries.deliver(request))
        .thenApply(Delivered::toJson);
  }

  private boolean look() {
    edits.look();
    return true;
  }
}
