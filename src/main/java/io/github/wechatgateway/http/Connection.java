package io.github.wechatgateway.http;

import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.camel.Exchange;
import org.jspecify.annotations.Nullable;

/**
 * The connection that a request came over, such as one try of a message: when its headers were
 * there, whether the client has closed it, and whether we mean to close it without an answer. The
 * HTTP engine puts it into the exchange.
 *
 * <p>To be used on its event loop alone.
 */
public final class Connection {
  private static final String PROPERTY = "wechatConnection";

  private final ScheduledExecutorService eventLoop;
  private final long received = System.nanoTime();
  private @Nullable Runnable onClose;
  private boolean closed;
  private End end = End.ANSWERED;

  public Connection(ScheduledExecutorService eventLoop) {
    this.eventLoop = eventLoop;
  }

  public static Connection of(Exchange exchange) {
    return exchange.getProperty(PROPERTY, Connection.class);
  }

  public void putInto(Exchange exchange) {
    exchange.setProperty(PROPERTY, this);
  }

  /** The one thread that serves this connection: what waits for it must come back to it. */
  public ScheduledExecutorService eventLoop() {
    return eventLoop;
  }

  /** Milliseconds since the headers of the request were there. */
  public long elapsed() {
    return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - received);
  }

  /** The client has gone: nobody waits for an answer here. */
  public void close() {
    closed = true;
    if (onClose != null) {
      onClose.run();
    }
  }

  /** Has something done when the client goes; at once if it has gone. */
  public void onClose(Runnable action) {
    if (closed) {
      action.run();
    } else {
      onClose = action;
    }
  }

  /** Leaves the try without an answer, so that WeChat asks again: the connection is closed. */
  public void leaveOpen() {
    end = End.LEFT_OPEN;
  }

  /**
   * Breaks the connection: the client reads "connection reset". For trying out what it does then.
   */
  public void reset() {
    end = End.RESET;
  }

  /** Sends half of the answer and closes the connection. For trying out what a client does then. */
  public void truncate() {
    end = End.TRUNCATED;
  }

  /**
   * Whether the client is meant to get an answer; that it may be gone already is another matter.
   */
  public boolean isAnswered() {
    return end == End.ANSWERED || end == End.TRUNCATED;
  }

  End end() {
    return end;
  }

  /** What becomes of the answer. */
  enum End {
    ANSWERED,
    LEFT_OPEN,
    RESET,
    TRUNCATED
  }
}
