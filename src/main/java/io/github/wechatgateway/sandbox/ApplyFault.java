package io.github.wechatgateway.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.wechatgateway.http.Connection;
import io.github.wechatgateway.sandbox.api.ApiAnswer;
import io.github.wechatgateway.sandbox.api.ApiCall;
import io.github.wechatgateway.sandbox.api.WeChatApi;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.camel.AsyncCallback;
import org.apache.camel.Exchange;
import org.apache.camel.support.AsyncProcessorSupport;

/** Does to a call of the API what was asked for at {@code /sandbox/faults}. */
public final class ApplyFault extends AsyncProcessorSupport {
  private static final int MOST_SECONDS_TO_HANG = 120;
  private static final byte[] PAGE =
      "<html><head><title>Bad Gateway</title></head><body>nginx</body></html>".getBytes(UTF_8);

  private final Faults faults;
  private final WeChatApi api;

  ApplyFault(Faults faults, WeChatApi api) {
    this.faults = faults;
    this.api = api;
  }

  @Override
  public boolean process(Exchange exchange, AsyncCallback callback) {
    String path = exchange.getMessage().getBody(ApiCall.class).path();
    Optional<Fault> fault = faults.befall(path);
    if (fault.isEmpty()) {
      callback.done(true);
      return true;
    }
    Connection connection = Connection.of(exchange);
    int number = (int) fault.get().number();
    switch (fault.get().kind()) {
      case ERRCODE -> answer(api.error(number), exchange);
      case STATUS -> answer(page(number), exchange);
      case HTML -> answer(page(200), exchange);
      case RESET -> {
        connection.reset();
        exchange.setRouteStop(true);
      }
      case TRUNCATE -> connection.truncate();
      case DELAY -> {
        long millis = (long) (fault.get().number() * 1000);
        ScheduledExecutorService timer = connection.eventLoop();
        timer.schedule(() -> callback.done(false), millis, TimeUnit.MILLISECONDS);
        return false;
      }
      case HANG -> {
        hang(connection, exchange, callback);
        return false;
      }
    }
    callback.done(true);
    return true;
  }

  private static void hang(Connection connection, Exchange exchange, AsyncCallback callback) {
    connection.leaveOpen();
    exchange.setRouteStop(true);
    AtomicBoolean ended = new AtomicBoolean();
    Runnable end =
        () -> {
          if (ended.compareAndSet(false, true)) {
            callback.done(false);
          }
        };
    connection.onClose(end);
    connection.eventLoop().schedule(end, MOST_SECONDS_TO_HANG, TimeUnit.SECONDS);
  }

  private static void answer(ApiAnswer answer, Exchange exchange) {
    CallApi.answer(answer, exchange);
    exchange.setRouteStop(true);
  }

  private static ApiAnswer page(int status) {
    return new ApiAnswer(status, "text/html", Map.of(), PAGE);
  }
}
