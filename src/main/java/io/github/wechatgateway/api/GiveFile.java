package io.github.wechatgateway.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.Processor;

/** Answers with the file that {@code direct:download-media} left in the body. */
final class GiveFile implements Processor {

  @Override
  public void process(Exchange exchange) {
    Message answer = exchange.getMessage();
    String type = answer.getHeader(Exchange.CONTENT_TYPE, String.class);
    String name = answer.getHeader(Exchange.FILE_NAME, String.class);
    answer.removeHeaders("*");
    answer.setHeader(Exchange.HTTP_RESPONSE_CODE, 200);
    answer.setHeader(Exchange.CONTENT_TYPE, type);
    String encoded = URLEncoder.encode(name, UTF_8).replace("+", "%20"); // RFC 6266, 8187
    answer.setHeader("Content-Disposition", "attachment; filename*=UTF-8''" + encoded);
    answer.setHeader("Cache-Control", "no-store");
  }
}
