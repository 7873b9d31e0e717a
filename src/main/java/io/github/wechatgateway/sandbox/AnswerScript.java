package io.github.wechatgateway.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.wechatgateway.http.Request;
import io.github.wechatgateway.sandbox.Script.Question;
import io.github.wechatgateway.sandbox.delivery.BadRequest;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import java.nio.ByteBuffer;
import java.util.Optional;
import org.apache.camel.AsyncCallback;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.support.AsyncProcessorSupport;

/** Reads what a script asks, has it done, and answers in JSON. */
public final class AnswerScript extends AsyncProcessorSupport {
  private final Script script;
  private final Bodies bodies;

  AnswerScript(Script script, Bodies bodies) {
    this.script = script;
    this.bodies = bodies;
  }

  @Override
  public boolean process(Exchange exchange, AsyncCallback callback) {
    Request request = exchange.getMessage().getBody(Request.class);
    bodies
        .read(request, exchange)
        .compose(body -> ask(request.method(), body, exchange.getMessage()))
        .onComplete(
            done -> {
              if (done.succeeded()) {
                answer(200, "application/json; charset=utf-8", done.result(), exchange);
              } else {
                exchange.setException(done.cause());
              }
              callback.done(false);
            });
    return false;
  }

  private Future<ObjectNode> ask(String method, Buffer body, Message query) {
    Question question =
        new Question(
            method,
            name -> Optional.ofNullable(query.getHeader(name, String.class)),
            body.getBytes());
    try {
      return Future.fromCompletionStage(script.answer(question));
    } catch (BadRequest wrong) {
      return Future.failedFuture(wrong);
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
