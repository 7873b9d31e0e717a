package io.github.wechatgateway.wechat.media;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.wechatgateway.wechat.WeChatAnswer;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;

/** Reads what WeChat says of a file that it took. */
final class ReadUpload implements Processor {

  @Override
  public void process(Exchange exchange) throws BadMedia {
    JsonNode answer = exchange.getMessage().getBody(WeChatAnswer.class).json();
    // That of a thumb goes by another name, at least in some answers.
    String mediaId = answer.path("media_id").asText(answer.path("thumb_media_id").asText());
    if (mediaId.isEmpty()) {
      throw BadMedia.fromWeChat("media_id", "missing in WeChat's answer", "one");
    }
    MediaType type = exchange.getProperty(CheckMedia.TYPE, MediaType.class);
    long createdAt = answer.path("created_at").asLong();
    exchange.getMessage().setBody(new UploadedMedia(type, mediaId, createdAt));
  }
}
