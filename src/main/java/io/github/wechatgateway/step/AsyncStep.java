package io.github.wechatgateway.step;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.apache.camel.AsyncCallback;
import org.apache.camel.Exchange;
import org.apache.camel.support.AsyncProcessorSupport;

/** A step whose work ends some time later: until then the exchange waits without a thread. */
public final class AsyncStep extends AsyncProcessorSupport {
  private final Work work;

  /** A step that does this. */
  public AsyncStep(Work work) {
    this.work = work;
  }

  /** What is done with an exchange. */
  public interface Work {

    /**
     * Starts it, and leaves its result in the exchange before the stage ends.
     *
     * @return fails with what the route's policy is to see
     */
    CompletionStage<?> start(Exchange exchange) throws Exception;
  }

  @Override
  public boolean process(Exchange exchange, AsyncCallback callback) {
    CompletableFuture<?> end;
    try {
      end = work.start(exchange).toCompletableFuture();
    } catch (Exception notStarted) {
      end = CompletableFuture.failedFuture(notStarted);
    }
    boolean sync = end.isDone();
    end.whenComplete(
        (result, failed) -> {
          if (failed != null) {
            exchange.setException(cause(failed));
          }
          callback.done(sync);
        });
    return sync;
  }

  /** What a stage failed with, without what stages wrap it in. */
  public static Throwable cause(Throwable failed) {
    return failed instanceof CompletionException && failed.getCause() != null
        ? failed.getCause()
        : failed;
  }
}
