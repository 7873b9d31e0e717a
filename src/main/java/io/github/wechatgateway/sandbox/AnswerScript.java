package io.github.wechatgateway.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.wechatgateway.http.Request;
import io.github.wechatgateway.sandbox.Script.Question;
import io.github.wechatgateway.sandbox.delivery.BadRequest;
import io.github.wechatgateway.step.AsyncStep;
import io.vertx.core.buffer.Buffer;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.apache.camel.Exchange;
import org.apache.camel.Message;

/** Reads what a script asks, has it done, and answers in JSON. */
final class AnswerScript implements AsyncStep.Work {
  private final Script script;
  private final Bodies bodies;

  AnswerScript(Script script, Bodies bodies) {
    this.script = script;
    this.bodies = bodies;
  }

  @Override
  public CompletionStage<?> start(Exchange exchange) {
    Request request = exchange.getMessage().getBody(Request.class);
    return bodies
        .read(request, exchange)
        .toCompletionStage()
        .thenCompose(body -> ask(request.method(), body, exchange.getMessage()))
        .thenAccept(json -> answer(200, "application/json; charset=utf-8", json, exchange));
  }

  private CompletionStage<ObjectNode> ask(String method, Buffer body, Message query) {
    Question question =
        new Question(
            method,
            name -> Optional.ofNullable(query.getHeader(name, String.class)),
            body.getBytes());
    try {
      return script.answer(question);
    } catch (BadRequest wrong) {
      return CompletableFuture.failedStage(wrong);
    }
  }

  static void answer(int status, String type, ObjectNode json, Exchange exchange) {
    Message answer = exchange.getMessage();
    answer.removeHeaders("*");
    answer.setHeader(Exchange.HTTP_RESPONSE_CODE, status);
    answer.setHeader(Exchange.CONTENT_TYPE, type);
    answer.setBody(ByteBuffer.wrap((json.toPrettyString() + "\n").getBytes(UTF_8)));
  }
}
