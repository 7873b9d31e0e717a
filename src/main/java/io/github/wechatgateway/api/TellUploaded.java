package io.github.wechatgateway.api;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.github.wechatgateway.wechat.media.UploadedMedia;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;

/** Answers with what WeChat gave for a file, in its own words. */
final class TellUploaded implements Processor {

  @Override
  public void process(Exchange exchange) {
    UploadedMedia media = exchange.getMessage().getBody(UploadedMedia.class);
    ApiAnswer.json(
        201,
        ApiAnswer.JSON,
        JsonNodeFactory.instance
            .objectNode()
            .put("type", media.type().toString())
            .put("media_id", media.mediaId())
            .put("created_at", media.createdAt()),
        exchange);
  }
}
