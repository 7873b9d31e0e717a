package io.github.wechatgateway.http;

import io.vertx.core.AsyncResult;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.streams.WriteStream;
import org.jspecify.annotations.Nullable;

/**
 * A stream that takes so many bytes and fails with {@link TooLarge} at the next, and that may be
 * ended more than once.
 */
final class Limited implements WriteStream<Buffer> {
  private final WriteStream<Buffer> stream;
  private long left;
  private boolean ended;

  Limited(WriteStream<Buffer> stream, long limit) {
    this.stream = stream;
    this.left = limit;
  }

  @Override
  public Future<Void> write(Buffer data) {
    left -= data.length();
    return left < 0 || ended ? Future.failedFuture(new TooLarge()) : stream.write(data);
  }

  @Override
  public void write(Buffer data, Handler<AsyncResult<Void>> done) {
    write(data).onComplete(done);
  }

  @Override
  public void end(Handler<AsyncResult<Void>> done) {
    if (ended) {
      done.handle(Future.succeededFuture());
      return;
    }
    ended = true;
    stream.end(done);
  }

  @Override
  public boolean writeQueueFull() {
    return !ended && stream.writeQueueFull(); // which an ended one throws at
  }

  @Override
  public WriteStream<Buffer> exceptionHandler(@Nullable Handler<Throwable> handler) {
    stream.exceptionHandler(handler);
    return this;
  }

  @Override
  public WriteStream<Buffer> setWriteQueueMaxSize(int maxSize) {
    stream.setWriteQueueMaxSize(maxSize);
    return this;
  }

  @Override
  public WriteStream<Buffer> drainHandler(@Nullable Handler<@Nullable Void> handler) {
    stream.drainHandler(handler);
    return this;
  }
}
