package io.github.wechatgateway.wechat;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.wechatgateway.step.TraceParent;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.file.Path;
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
   * @param route leads to {@code send-request} or {@code send-file}
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
    Exchange exchange = exchange(host.toString(), call.method(), call.answerTo());
    Message request = exchange.getMessage();
    TraceParent.put(call.trace(), exchange);
    request.setHeader(HttpConstants.HTTP_PATH, call.path());
    request.setHeader(HttpConstants.HTTP_RAW_QUERY, query(call, token));
    RequestBody.put(call.body(), request);
    return response(exchange);
  }

  /**
   * Fetches a file from another address, without a token.
   *
   * @throws Exception if there was no answer; its text may hold the address
   */
  WeChatAnswer fetch(URI address, Path to) throws Exception {
    Exchange exchange = exchange(address.toString(), "GET", to);
    exchange.getMessage().removeHeader(HttpConstants.HTTP_PATH);
    return response(exchange).answer();
  }

  private Exchange exchange(String uri, String method, @Nullable Path answerTo) {
    Exchange exchange = new DefaultExchange(context, ExchangePattern.InOut);
    exchange.setProperty(Exchange.SKIP_GZIP_ENCODING, true); // nobody asked for it
    exchange.setProperty(TakeAnswer.ANSWER_TO, answerTo);
    exchange.getMessage().setHeader(HttpConstants.HTTP_METHOD, method);
    exchange.getMessage().setHeader(HttpConstants.HTTP_URI, uri);
    return exchange;
  }

  private Response response(Exchange exchange) throws Exception {
    route.process(exchange);
    if (exchange.getException() != null) {
      throw exchange.getException();
    }
    Message answer = exchange.getMessage();
    Path file = answer.getBody() instanceof Path path ? path : null;
    return new Response(
        new WeChatAnswer(
            answer.getHeader(HttpConstants.HTTP_RESPONSE_CODE, 0, Integer.class),
            header(HttpConstants.CONTENT_TYPE, answer),
            header("Content-Disposition", answer),
            file == null
                ? Objects.requireNonNullElse(answer.getBody(byte[].class), new byte[0])
                : new byte[0],
            file),
        seconds(header("Retry-After", answer)));
  }

  private static String header(String name, Message answer) {
    return Objects.requireNonNullElse(answer.getHeader(name, String.class), "");
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
