package io.github.wechatgateway.sandbox;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.wechatgateway.sandbox.delivery.BadRequest;
import io.github.wechatgateway.sandbox.delivery.Delivered;
import io.github.wechatgateway.sandbox.delivery.Deliveries;
import io.github.wechatgateway.sandbox.delivery.DeliveryRequest;
import io.github.wechatgateway.sandbox.state.OfficialAccount;
import io.github.wechatgateway.sandbox.state.Users;
import java.util.Map;
import java.util.concurrent.CompletionStage;

/** {@code POST /sandbox/deliver}: delivers a message as WeChat does. */
final class DeliverMessage implements Script {
  private final Deliveries deliveries;
  private final Map<String, OfficialAccount> accounts;

  DeliverMessage(Deliveries deliveries, Map<String, OfficialAccount> accounts) {
    this.deliveries = deliveries;
    this.accounts = accounts;
  }

  @Override
  public CompletionStage<ObjectNode> answer(Question question) throws BadRequest {
    return deliveries
        .deliver(DeliveryRequest.read(question.body(), accounts, Users.FOLLOWERS))
        .thenApply(Delivered::toJson);
  }
}
