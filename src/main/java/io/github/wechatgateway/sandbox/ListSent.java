package io.github.wechatgateway.sandbox;

import static java.util.concurrent.CompletableFuture.completedStage;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.wechatgateway.sandbox.delivery.BadRequest;
import io.github.wechatgateway.sandbox.state.OfficialAccount;
import io.github.wechatgateway.sandbox.state.SentMessage;
import io.github.wechatgateway.sandbox.state.SentMessages;
import io.github.wechatgateway.sandbox.state.Users;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.CompletionStage;

/**
 * {@code GET /sandbox/sent?user=…}: the customer-service messages that a user got, the oldest
 * first; without {@code user}, those of all.
 */
final class ListSent implements Script {
  private final SentMessages sent;
  private final Users users;
  private final List<OfficialAccount> accounts;

  ListSent(SentMessages sent, Users users, List<OfficialAccount> accounts) {
    this.sent = sent;
    this.users = users;
    this.accounts = accounts;
  }

  @Override
  public CompletionStage<ObjectNode> answer(Question question) throws BadRequest {
    Optional<String> user = question.query().apply("user");
    if (user.isPresent() && accounts.stream().noneMatch(it -> users.knows(it, user.get()))) {
      throw new BadRequest(
          "user",
          user.get().length() + " characters",
          "a user who has done something, or one of "
              + String.join(", ", new TreeSet<>(Users.FOLLOWERS)));
    }
    ObjectNode answer = JsonNodeFactory.instance.objectNode();
    ArrayNode list = answer.putArray("sent");
    sent.all().stream()
        .filter(message -> user.isEmpty() || user.get().equals(message.openId()))
        .forEach(message -> write(message, list.addObject()));
    return completedStage(answer);
  }

  private static void write(SentMessage message, ObjectNode json) {
    json.put("account", message.account())
        .put("time", message.time().toString())
        .set("message", message.message());
  }
}
