package io.github.wechatgateway.api;

import io.github.wechatgateway.http.Request;
import io.github.wechatgateway.spool.Spool;
import io.github.wechatgateway.spool.SpoolFull;
import io.github.wechatgateway.step.AsyncStep;
import io.github.wechatgateway.wechat.media.BadMedia;
import io.github.wechatgateway.wechat.media.MediaLimits;
import io.github.wechatgateway.wechat.media.MediaType;
import io.github.wechatgateway.wechat.media.MediaUpload;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.CompletionStage;
import org.apache.camel.Exchange;

/** Reads the part {@code media} of a form into a file, for {@code direct:upload-media}. */
final class ReadUploadedFile implements AsyncStep.Work {
  private static final String PART = "media";

  private final MediaLimits media;
  private final Spool spool;
  private final ApiLimits limits;
  private final Vertx vertx;

  ReadUploadedFile(MediaLimits media, Spool spool, ApiLimits limits, Vertx vertx) {
    this.media = media;
    this.spool = spool;
    this.limits = limits;
    this.vertx = vertx;
  }

  @Override
  public CompletionStage<?> start(Exchange exchange) throws BadMedia, IOException, SpoolFull {
    MediaType type = MediaType.of(Parameter.of("type", exchange));
    Path file = spool.file(exchange);
    Request request = exchange.getMessage().getBody(Request.class);
    request.allow(limits.maxTime());
    return request
        .form(vertx, PART, file, Objects.requireNonNull(media.byType().get(type)).maxBytes())
        .onSuccess(name -> exchange.getMessage().setBody(new MediaUpload(type, name, file)))
        .toCompletionStage();
  }
}
