package io.github.wechatgateway.api;

import io.github.wechatgateway.http.Request;
import io.github.wechatgateway.spool.Spool;
import io.github.wechatgateway.spool.SpoolFull;
import io.github.wechatgateway.step.AsyncStep;
import io.github.wechatgateway.wechat.CallBody;
import io.github.wechatgateway.wechat.WeChatCall;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.CompletionStage;
import java.util.regex.Pattern;
import org.apache.camel.Exchange;

/** Makes a {@link WeChatCall} of a request: of its headers, only the content type goes on. */
final class ReadRelayedCall implements AsyncStep.Work {
  private static final Pattern CONTENT_TYPE = Pattern.compile("[ -~]{0,255}");

  private final RelayPaths paths;
  private final Spool spool;
  private final ApiLimits limits;
  private final Vertx vertx;

  ReadRelayedCall(RelayPaths paths, Spool spool, ApiLimits limits, Vertx vertx) {
    this.paths = paths;
    this.spool = spool;
    this.limits = limits;
    this.vertx = vertx;
  }

  @Override
  public CompletionStage<?> start(Exchange exchange) throws ApiProblem, IOException, SpoolFull {
    Request request = exchange.getMessage().getBody(Request.class);
    String account = exchange.getProperty(AuthorizeClient.ACCOUNT, String.class);
    String path = request.path().substring("/api/%s/wechat".formatted(account).length());
    paths.check(path);
    String query = RelayQuery.of(request.query());
    String contentType = Objects.requireNonNullElse(request.header("Content-Type"), "");
    if (!CONTENT_TYPE.matcher(contentType).matches()) {
      throw ApiProblem.badRequest("Content-Type", "other characters", "such as application/json");
    }
    request.allow(limits.maxTime());
    Path answerTo = spool.file(exchange);
    return body(request, contentType, exchange)
        .onSuccess(
            body ->
                exchange
                    .getMessage()
                    .setBody(
                        WeChatCall.relayed(account, request.method(), path, query, body, answerTo)))
        .toCompletionStage();
  }

  private Future<CallBody> body(Request request, String contentType, Exchange exchange)
      throws IOException, SpoolFull {
    if (request.method().equals("GET")) {
      return Future.succeededFuture(new CallBody.Nothing());
    }
    Path file = spool.file(exchange);
    return request
        .save(vertx, file, limits.maxRelayed())
        .map(saved -> new CallBody.Content(contentType, file));
  }
}
