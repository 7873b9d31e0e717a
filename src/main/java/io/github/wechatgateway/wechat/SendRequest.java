package io.github.wechatgateway.wechat;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.net.URLEncoder;
import java.util.Objects;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangePattern;
import org.apache.camel.Message;
import org.apache.camel.Processor;
import org.apache.camel.component.http.HttpConstants;
import org.apache.camel.support.DefaultExchange;
import org.jspecify.annotations.Nullable;

/**
 * Sends one request through a route, and waits for its answer. The token is in an exchange of its
 * own, which nobody else sees.
 */
final class SendRequest {
  private final CamelContext context;
  private final Processor route;

  /**
   * Sends through a route.
   *
   * @param route leads to {@code send-request}
   */
  SendRequest(CamelContext context, Processor route) {
    this.context = context;
    this.route = route;
  }

  /**
   * What came back, whatever its status.
   *
   * @param retryAfter seconds, where WeChat, or what stands before it, names them; else 0
   */
  record Response(WeChatAnswer answer, int retryAfter) {}

  /**
   * Holds the thread for the total time-out at most.
   *
   * @throws Exception if there was no answer; its text may hold the token
   */
  Response send(URI host, WeChatCall call, @Nullable Token token) throws Exception {
    Exchange exchange = new DefaultExchange(context, ExchangePattern.InOut);
    exchange.setProperty(Exchange.SKIP_GZIP_ENCODING, true); // nobody asked for it
    Message request = exchange.getMessage();
    request.setHeader(HttpConstants.HTTP_METHOD, call.method());
    request.setHeader(HttpConstants.HTTP_URI, host.toString());
    request.setHeader(HttpConstants.HTTP_PATH, call.path());
    request.setHeader(HttpConstants.HTTP_RAW_QUERY, query(call, token));
    if (call.method().equals("POST")) {
      request.setHeader(HttpConstants.CONTENT_TYPE, call.contentType());
      request.setBody(call.body());
    }
    route.process(exchange);
    if (exchange.getException() != null) {
      throw exchange.getException();
    }
    Message answer = exchange.getMessage();
    return new Response(
        new WeChatAnswer(
            answer.getHeader(HttpConstants.HTTP_RESPONSE_CODE, 0, Integer.class),
            Objects.requireNonNullElse(
                answer.getHeader(HttpConstants.CONTENT_TYPE, String.class), ""),
            Objects.requireNonNullElse(answer.getBody(byte[].class), new byte[0])),
        seconds(answer.getHeader("Retry-After", "", String.class)));
  }

  private static String query(WeChatCall call, @Nullable Token token) {
    if (token == null) {
      return call.query();
    }
    String parameter = "access_token=" + URLEncoder.encode(token.value().value(), UTF_8);
    return call.query().isEmpty() ? parameter : call.query() + "&" + parameter;
  }

  private static int seconds(String retryAfter) {
    return retryAfter.matches("\\d{1,9}") ? Integer.parseInt(retryAfter) : 0;
  }
}
