package io.github.wechatgateway.http;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.streams.WriteStream;

/** The body of an answer that goes on, piece by piece, until the client leaves. */
@FunctionalInterface
public interface Streaming {

  /**
   * Begins it, on the event loop of the {@link Connection}, which tells when the client has gone.
   * The headers go out with the first piece.
   *
   * @param to to be written to from any thread; who writes looks at its {@code writeQueueFull()}
   */
  void begin(WriteStream<Buffer> to);
}
