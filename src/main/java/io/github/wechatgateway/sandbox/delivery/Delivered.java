package io.github.wechatgateway.sandbox.delivery;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of a delivery.
 *
 * @param tries one to three
 * @param why what is wrong with a fault, or what else the user does not see; null if all is well
 */
public record Delivered(List<Try> tries, Seen seen, @Nullable String why) {
  /** What the user reads in place of an answer that did not come or can't be shown. */
  public static final String NOTICE = "该公众号提供的服务出现故障，请稍后再试";

  public Delivered {
    tries = List.copyOf(tries);
  }

  /** As JSON; what is null is left out, and seconds have three decimals. */
  public ObjectNode toJson() {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    ArrayNode array = json.putArray("tries");
    for (Try one : tries) {
      ObjectNode each = array.addObject();
      if (one.status() != null) {
        each.put("status", one.status());
      }
      each.put("seconds", BigDecimal.valueOf(one.seconds()).setScale(3, RoundingMode.HALF_UP));
      putIfAny(each, "reply", one.reply());
      putIfAny(each, "error", one.error());
    }
    json.put("seen", seen.inJson());
    putIfAny(json, "why", why);
    return json;
  }

  private static void putIfAny(ObjectNode json, String name, @Nullable String value) {
    if (value != null) {
      json.put(name, value);
    }
  }
}
