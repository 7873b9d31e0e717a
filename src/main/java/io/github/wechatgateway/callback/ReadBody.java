package io.github.wechatgateway.callback;

import io.github.wechatgateway.http.Connection;
import io.github.wechatgateway.http.Request;
import io.github.wechatgateway.http.TooLarge;
import org.apache.camel.AsyncCallback;
import org.apache.camel.Exchange;
import org.apache.camel.support.AsyncProcessorSupport;

/**
 * Reads the body of a request whose signature fits, without a thread: before, it is not touched.
 */
public final class ReadBody extends AsyncProcessorSupport {
  private final int limit;

  /** For bodies of up to so many bytes. */
  public ReadBody(int limit) {
    this.limit = limit;
  }

  @Override
  public boolean process(Exchange exchange, AsyncCallback callback) {
    exchange
        .getMessage()
        .getBody(Request.class)
        .read(limit)
        .onComplete(
            read -> {
              if (read.succeeded()) {
                exchange.getMessage().setBody(read.result().getBytes());
              } else if (read.cause() instanceof TooLarge) {
                exchange.setException(Refused.tooLarge());
              } else {
                Connection.of(exchange).leaveOpen(); // the client has gone, or talks nonsense
                exchange.setRouteStop(true);
              }
              callback.done(false);
            });
    return false;
  }
}
