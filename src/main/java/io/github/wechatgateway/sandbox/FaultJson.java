package io.github.wechatgateway.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.wechatgateway.sandbox.Fault.Kind;
import io.github.wechatgateway.sandbox.delivery.BadRequest;
import io.github.wechatgateway.sandbox.delivery.Json;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Faults as JSON: {@code {"path":"/cgi-bin/message/custom/send","errcode":45011,"times":2}}. */
final class FaultJson {
  private static final int MOST_TIMES = 1_000_000;
  private static final String KINDS =
      Arrays.stream(Kind.values()).map(Kind::field).collect(Collectors.joining(", "));

  private final Set<String> paths;

  /** Reads faults of these paths. */
  FaultJson(Set<String> paths) {
    this.paths = new TreeSet<>(paths);
  }

  Fault read(byte[] body) throws BadRequest {
    ObjectNode json = Json.object(body, "{\"path\": …, \"errcode\": 45011}");
    String path = json.path("path").asText();
    if (!paths.contains(path)) {
      throw new BadRequest(
          "path", Json.shapeOf(json.path("path")), "one of " + String.join(", ", paths));
    }
    JsonNode asked = json.path("times");
    int times = asked.isMissingNode() ? 1 : asked.isInt() ? asked.intValue() : 0;
    if (times < 1 || times > MOST_TIMES) {
      throw new BadRequest("times", Json.shapeOf(asked), "a whole number from 1 to " + MOST_TIMES);
    }
    Kind kind = kind(json);
    JsonNode value = json.get(kind.field());
    boolean taken =
        kind.hasNumber()
            ? value.isNumber() && kind.takes(value.asDouble())
            : value.isBoolean() && value.asBoolean();
    if (!taken) {
      throw new BadRequest(kind.field(), Json.shapeOf(value), kind.expected());
    }
    return new Fault(path, kind, value.asDouble(), times);
  }

  private static Kind kind(JsonNode json) throws BadRequest {
    Set<Kind> asked = new TreeSet<>();
    for (Iterator<String> names = json.fieldNames(); names.hasNext(); ) {
      String name = names.next();
      if (!Set.of("path", "times").contains(name)) {
        asked.add(
            Arrays.stream(Kind.values())
                .filter(kind -> kind.field().equals(name))
                .findFirst()
                .orElseThrow(
                    () ->
                        new BadRequest(
                            "body", "a field that is unknown", "path, times and one of " + KINDS)));
      }
    }
    if (asked.size() != 1) {
      throw new BadRequest("body", asked.size() + " kinds of fault", "one of " + KINDS);
    }
    return asked.iterator().next();
  }

  ObjectNode write(Fault fault) {
    ObjectNode json = JsonNodeFactory.instance.objectNode().put("path", fault.path());
    if (!fault.kind().hasNumber()) {
      json.put(fault.kind().field(), true);
    } else if (fault.number() == Math.rint(fault.number())) {
      json.put(fault.kind().field(), (long) fault.number());
    } else {
      json.put(fault.kind().field(), fault.number());
    }
    return json.put("times", fault.times());
  }
}
