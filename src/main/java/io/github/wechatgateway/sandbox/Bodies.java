package io.github.wechatgateway.sandbox;

import io.github.wechatgateway.http.Request;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import java.util.concurrent.Semaphore;
import org.apache.camel.Exchange;
import org.apache.camel.support.SynchronizationAdapter;

/** Reads the bodies of requests, as long as all that are being worked on are not too large. */
final class Bodies {
  private final int maxBody;
  private final Semaphore free;

  /**
   * For all requests together.
   *
   * @param maxBody bytes of one
   * @param maxBodies bytes of all
   */
  Bodies(int maxBody, int maxBodies) {
    this.maxBody = maxBody;
    this.free = new Semaphore(maxBodies);
  }

  /**
   * Reads one; it counts until its exchange has ended. One that does not say how long it is counts
   * as the longest.
   */
  Future<Buffer> read(Request request, Exchange exchange) {
    int size = (int) Math.min(request.declaredLength().orElse(maxBody), maxBody);
    if (!free.tryAcquire(size)) {
      return Future.failedFuture(new TooManyBodies());
    }
    exchange
        .getExchangeExtension()
        .addOnCompletion(
            new SynchronizationAdapter() {
              @Override
              public void onDone(Exchange ended) {
                free.release(size);
              }
            });
    return request.read(maxBody);
  }
}
