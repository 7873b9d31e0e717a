package io.github.wechatgateway.api;

import io.github.wechatgateway.http.Request;
import io.github.wechatgateway.wechat.ErrCode;
import io.github.wechatgateway.wechat.media.MediaDownload;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;

/** Reads which file is asked for, for {@code direct:download-media}. */
final class NameMedia implements Processor {
  private final ApiLimits limits;

  NameMedia(ApiLimits limits) {
    this.limits = limits;
  }

  @Override
  public void process(Exchange exchange) throws ApiProblem {
    String jssdk = Parameter.of("jssdk", exchange);
    if (!jssdk.isEmpty() && !jssdk.equals("true") && !jssdk.equals("false")) {
      throw ApiProblem.badRequest("jssdk", "something else", "true or false");
    }
    exchange.setProperty(AnswerProblem.NOT_FOUND, ErrCode.BAD_MEDIA_ID);
    exchange.getMessage().getBody(Request.class).allow(limits.maxTime());
    exchange
        .getMessage()
        .setBody(new MediaDownload(Parameter.of("media_id", exchange), jssdk.equals("true")));
  }
}
