package io.github.wechatgateway.api;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.wechatgateway.http.Connection;
import io.github.wechatgateway.http.Request;
import io.github.wechatgateway.http.TooLarge;
import io.github.wechatgateway.step.AsyncStep;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.util.concurrent.CompletionStage;
import org.apache.camel.Exchange;

/** Reads the body, and leaves the {@link ObjectNode} that it is. */
final class ReadJson implements AsyncStep.Work {
  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .build();

  private final int maxBody;

  /** For bodies of up to so many bytes. */
  ReadJson(int maxBody) {
    this.maxBody = maxBody;
  }

  @Override
  public CompletionStage<?> start(Exchange exchange) {
    return exchange
        .getMessage()
        .getBody(Request.class)
        .read(maxBody)
        .transform(read -> read.succeeded() ? json(read.result()) : unread(read.cause(), exchange))
        .onSuccess(exchange.getMessage()::setBody)
        .toCompletionStage();
  }

  private static Future<JsonNode> json(Buffer body) {
    try {
      JsonNode json = JSON.readTree(body.getBytes());
      if (json instanceof ObjectNode) {
        return Future.succeededFuture(json);
      }
    } catch (IOException noJson) { // its text quotes the body
    }
    String found = body.length() + " bytes of something else";
    return Future.failedFuture(ApiProblem.badRequest("body", found, "one object of JSON"));
  }

  /** It is too long, or the client has gone: then nobody waits for an answer. */
  private static Future<JsonNode> unread(Throwable why, Exchange exchange) {
    if (why instanceof TooLarge) {
      return Future.failedFuture(why);
    }
    Connection.of(exchange).leaveOpen();
    exchange.setRouteStop(true);
    return Future.succeededFuture(JSON.createObjectNode());
  }
}
