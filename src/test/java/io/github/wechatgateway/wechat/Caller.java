package io.github.wechatgateway.wechat;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.ExchangeBuilder;
import org.apache.camel.support.DefaultExchange;

/** Calls {@code direct:call-wechat} for an account, as the rest of the gateway does. */
record Caller(CamelContext context, String account) {
  Caller(CamelContext context) {
    this(context, "demo");
  }

  /** What WeChat answered. */
  String get(String path) throws WeChatRefusal {
    return text(exchange(path));
  }

  /** Why it did not. */
  WeChatRefusal refused(String path) {
    return (WeChatRefusal) exchange(path).getException();
  }

  /** So many at once. */
  List<Exchange> atOnce(int number, String path)
      throws ExecutionException, InterruptedException, java.util.concurrent.TimeoutException {
    try (ProducerTemplate template = context.createProducerTemplate()) {
      List<CompletableFuture<Exchange>> calls =
          IntStream.range(0, number)
              .mapToObj(i -> template.asyncSend("direct:call-wechat", call(path)))
              .toList();
      CompletableFuture.allOf(calls.toArray(CompletableFuture[]::new)).get(60, TimeUnit.SECONDS);
      return calls.stream().map(CompletableFuture::join).toList();
    } catch (java.io.IOException unclosed) {
      throw new java.io.UncheckedIOException(unclosed);
    }
  }

  Exchange exchange(String path) {
    return context.createProducerTemplate().send("direct:call-wechat", call(path));
  }

  /** One that does not wait for WeChat. */
  CompletableFuture<Exchange> start(WeChatCall call) {
    return context
        .createProducerTemplate()
        .asyncSend(
            "direct:call-wechat", ExchangeBuilder.anExchange(context).withBody(call).build());
  }

  static String text(Exchange exchange) throws WeChatRefusal {
    if (exchange.getException() instanceof WeChatRefusal refusal) {
      throw refusal;
    }
    return new String(exchange.getMessage().getBody(WeChatAnswer.class).body(), UTF_8);
  }

  private Exchange call(String path) {
    Exchange exchange = new DefaultExchange(context);
    exchange.getMessage().setBody(WeChatCall.get(account, path, ""));
    return exchange;
  }
}
