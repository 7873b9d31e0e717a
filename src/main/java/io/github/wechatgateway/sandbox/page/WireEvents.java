package io.github.wechatgateway.sandbox.page;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.wechatgateway.account.Encryption;
import io.github.wechatgateway.sandbox.delivery.Delivered;
import io.github.wechatgateway.sandbox.delivery.DeliveryRequest;
import io.github.wechatgateway.sandbox.delivery.Try;
import io.github.wechatgateway.sandbox.delivery.Wire;
import java.time.InstantSource;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Deliveries as the events {@code delivery}, {@code try} and {@code delivered}. */
public final class WireEvents implements Wire {
  private final Events events;
  private final InstantSource clock;

  public WireEvents(Events events, InstantSource clock) {
    this.events = events;
    this.clock = clock;
  }

  @Override
  public void begins(long delivery, DeliveryRequest request, String xml) {
    events.tell(
        "delivery",
        event(delivery)
            .put("time", clock.instant().toString())
            .put("account", request.account().name())
            .put("user", request.user())
            .put("mode", lowerCase(request.mode()))
            .put("xml", xml));
  }

  @Override
  public void tried(long delivery, Sent sent, @Nullable String answer, Try result) {
    events.tell(
        "try",
        event(delivery)
            .put("time", sent.time().toString())
            .put("url", sent.url())
            .put("sent", sent.body())
            .put("seconds", result.seconds())
            .put("status", result.status())
            .put("answer", answer)
            .put("reply", result.reply())
            .put("error", result.error()));
  }

  @Override
  public void ends(long delivery, Delivered delivered) {
    ObjectNode event = event(delivery);
    ObjectNode told = delivered.toJson();
    told.remove("tries");
    events.tell("delivered", event.setAll(told));
  }

  static String lowerCase(Encryption mode) {
    return mode.name().toLowerCase(Locale.ROOT);
  }

  private static ObjectNode event(long delivery) {
    return JsonNodeFactory.instance.objectNode().put("delivery", delivery);
  }
}
