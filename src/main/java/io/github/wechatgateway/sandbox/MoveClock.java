package io.github.wechatgateway.sandbox;

import static java.util.concurrent.CompletableFuture.completedStage;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.wechatgateway.sandbox.delivery.BadRequest;
import io.github.wechatgateway.sandbox.delivery.Json;
import io.github.wechatgateway.sandbox.state.MovableClock;
import java.time.Duration;
import java.util.concurrent.CompletionStage;

/**
 * {@code POST /sandbox/clock}: {@code {"advance":7200}} moves the stand-in's clock two hours ahead,
 * and every access token is over; 259200, three days, ends the media too. GET tells the time.
 */
final class MoveClock implements Script {
  private final MovableClock clock;

  MoveClock(MovableClock clock) {
    this.clock = clock;
  }

  @Override
  public CompletionStage<ObjectNode> answer(Question question) throws BadRequest {
    if (question.method().equals("POST")) {
      JsonNode advance = Json.object(question.body(), "{\"advance\": 7200}").path("advance");
      advance(advance);
    }
    return completedStage(
        JsonNodeFactory.instance
            .objectNode()
            .put("time", clock.instant().toString())
            .put("ahead", clock.ahead().toSeconds()));
  }

  private void advance(JsonNode seconds) throws BadRequest {
    try {
      if (seconds.canConvertToLong() && seconds.isIntegralNumber()) {
        clock.advance(Duration.ofSeconds(seconds.asLong()));
        return;
      }
    } catch (IllegalArgumentException | ArithmeticException tooFar) {
      // told below
    }
    throw new BadRequest(
        "advance", Json.shapeOf(seconds), "seconds, whole and ahead, of at most a year in all");
  }
}
