package io.github.wechatgateway.sandbox.page;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.wechatgateway.sandbox.state.SentMessage;
import io.github.wechatgateway.sandbox.state.Shown;
import java.time.InstantSource;

/** Customer-service messages and 正在输入 as the events {@code message} and {@code typing}. */
public final class ShownEvents implements Shown {
  private final Events events;
  private final InstantSource clock;

  /**
   * Tells them.
   *
   * @param clock of the chat page, on which deliveries have their times; WeChat's may be ahead
   */
  public ShownEvents(Events events, InstantSource clock) {
    this.events = events;
    this.clock = clock;
  }

  @Override
  public void message(SentMessage message) {
    events.tell(
        "message",
        event(message.account(), message.openId())
            .put("time", clock.instant().toString())
            .set("message", message.message()));
  }

  @Override
  public void typing(String account, String openId, boolean begins) {
    events.tell("typing", event(account, openId).put("begins", begins));
  }

  private static ObjectNode event(String account, String openId) {
    return JsonNodeFactory.instance.objectNode().put("account", account).put("user", openId);
  }
}
