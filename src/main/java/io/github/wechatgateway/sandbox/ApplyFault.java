package io.github.wechatgateway.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.wechatgateway.http.Connection;
import io.github.wechatgateway.sandbox.api.ApiAnswer;
import io.github.wechatgateway.sandbox.api.ApiCall;
import io.github.wechatgateway.sandbox.api.WeChatApi;
import io.github.wechatgateway.step.AsyncStep;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.apache.camel.Exchange;

/** Does to a call of the API what was asked for at {@code /sandbox/faults}. */
final class ApplyFault implements AsyncStep.Work {
  private static final int MOST_MILLIS_TO_HANG = 120_000;
  private static final byte[] PAGE =
      "<html><head><title>Bad Gateway</title></head><body>nginx</body></html>".getBytes(UTF_8);

  private final Faults faults;
  private final WeChatApi api;

  ApplyFault(Faults faults, WeChatApi api) {
    this.faults = faults;
    this.api = api;
  }

  @Override
  public CompletionStage<?> start(Exchange exchange) {
    String path = exchange.getMessage().getBody(ApiCall.class).path();
    CompletableFuture<Void> end = new CompletableFuture<>();
    faults
        .befall(path)
        .ifPresentOrElse(fault -> apply(fault, exchange, end), () -> end.complete(null));
    return end;
  }

  private void apply(Fault fault, Exchange exchange, CompletableFuture<Void> end) {
    Connection connection = Connection.of(exchange);
    int number = (int) fault.number();
    long millis = 0;
    switch (fault.kind()) {
      case ERRCODE -> answer(api.error(number), exchange);
      case STATUS -> answer(page(number), exchange);
      case HTML -> answer(page(200), exchange);
      case RESET -> {
        connection.reset();
        exchange.setRouteStop(true);
      }
      case TRUNCATE -> connection.truncate();
      case DELAY -> millis = (long) (fault.number() * 1000);
      case HANG -> {
        connection.leaveOpen();
        exchange.setRouteStop(true);
        connection.onClose(() -> end.complete(null));
        millis = MOST_MILLIS_TO_HANG;
      }
    }
    if (millis == 0) {
      end.complete(null);
    } else {
      connection.eventLoop().schedule(() -> end.complete(null), millis, TimeUnit.MILLISECONDS);
    }
  }

  private static void answer(ApiAnswer answer, Exchange exchange) {
    CallApi.answer(answer, exchange);
    exchange.setRouteStop(true);
  }

  private static ApiAnswer page(int status) {
    return new ApiAnswer(status, "text/html", Map.of(), PAGE);
  }
}
