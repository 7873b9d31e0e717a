package io.github.wechatgateway.callback;

import io.github.wechatgateway.claim.Connection;
import org.apache.camel.AsyncCallback;
import org.apache.camel.Exchange;
import org.apache.camel.support.AsyncProcessorSupport;

/**
 * Reads the body of a request whose signature fits, without a thread: before, it is not touched.
 */
public final class ReadBody extends AsyncProcessorSupport {

  @Override
  public boolean process(Exchange exchange, AsyncCallback callback) {
    exchange
        .getMessage()
        .getBody(RequestBody.class)
        .read()
        .onComplete(
            read -> {
              if (read.succeeded()) {
                exchange.getMessage().setBody(read.result().getBytes());
              } else if (read.cause() instanceof Refused) {
                exchange.setException(read.cause());
              } else {
                Connection.of(exchange).leaveOpen(); // the client has gone, or talks nonsense
                exchange.setRouteStop(true);
              }
              callback.done(false);
            });
    return false;
  }
}
