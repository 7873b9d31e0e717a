package io.github.wechatgateway.check;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.wechatgateway.account.Encryption;
import io.github.wechatgateway.sandbox.delivery.BadRequest;
import io.github.wechatgateway.sandbox.delivery.Delivered;
import io.github.wechatgateway.sandbox.delivery.Deliveries;
import io.github.wechatgateway.sandbox.delivery.DeliveryRequest;
import io.github.wechatgateway.sandbox.delivery.Seen;
import io.github.wechatgateway.sandbox.delivery.Wire;
import io.github.wechatgateway.sandbox.state.OfficialAccount;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.URI;
import java.time.InstantSource;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;

/**
 * Delivers a URL check and a message to a door that was opened for this, signed and sealed as
 * WeChat does with the account's Token and EncodingAESKey, and opens the reply with them.
 */
public final class CallbackCheck {
  private static final byte[] MESSAGE =
      "{\"message\":{\"MsgType\":\"text\",\"Content\":\"check\"}}".getBytes(UTF_8);
  private static final String LOOK_AT_ROUTES =
      "look at what was changed in routes/callback/ and routes/policies/";

  private final Supplier<URI> door;
  private final Deliveries deliveries;

  /**
   * For all accounts of a gateway.
   *
   * @param door where it listens; its handler answers whatever comes
   * @param most accounts
   */
  public CallbackCheck(Vertx vertx, Supplier<URI> door, int most) {
    this.door = door;
    this.deliveries =
        new Deliveries(
            vertx,
            () -> door.get().resolve("/wechat"),
            InstantSource.system(),
            (account, user, msgType, event) -> {},
            Wire.TO_NOBODY,
            most);
  }

  public Check of(OfficialAccount account) {
    return new Check("callback of " + account.name(), () -> deliver(account), LOOK_AT_ROUTES);
  }

  private Finding deliver(OfficialAccount account)
      throws IOException, InterruptedException, BadRequest, ExecutionException {
    Door.Answer answer = new Door(door.get()).ask(account);
    if (answer != Door.Answer.ECHO) {
      return Finding.problem("the URL check is not answered: " + answer, LOOK_AT_ROUTES);
    }
    DeliveryRequest request =
        DeliveryRequest.read(
            MESSAGE, Map.of(account.name(), account), Set.of(DeliveryRequest.USER));
    Delivered delivered = deliveries.deliver(request).toCompletableFuture().get();
    if (delivered.seen() != Seen.REPLY) {
      String why = Objects.requireNonNullElse(delivered.why(), "an empty answer");
      return Finding.problem("a message is not answered: " + why, LOOK_AT_ROUTES);
    }
    String how = account.encryption() == Encryption.PLAIN ? "in clear, 明文模式" : "encrypted";
    return Finding.ok(
        "a URL check and a message (%s) through a door of this check's own".formatted(how));
  }
}
