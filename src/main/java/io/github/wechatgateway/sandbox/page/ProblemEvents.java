package io.github.wechatgateway.sandbox.page;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.wechatgateway.config.Problem;
import java.util.List;
import java.util.function.Consumer;

/** What is wrong with files that are being edited, as the event {@code problems}. */
public final class ProblemEvents implements Consumer<List<Problem>> {
  private final Events events;

  public ProblemEvents(Events events) {
    this.events = events;
  }

  @Override
  public void accept(List<Problem> problems) {
    ObjectNode event = JsonNodeFactory.instance.objectNode();
    ArrayNode list = event.putArray("problems");
    for (Problem problem : problems) {
      list.addObject()
          .put("where", problem.where())
          .put("found", problem.found())
          .put("expected", problem.expected());
    }
    events.tell("problems", event);
  }
}
