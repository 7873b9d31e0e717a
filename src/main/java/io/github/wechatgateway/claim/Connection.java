package io.github.wechatgateway.claim;

import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.camel.Exchange;
import org.jspecify.annotations.Nullable;

/**
 * The connection that one try of a message came over: when its headers were there, whether WeChat
 * has closed it, and whether we mean to close it without an answer. The HTTP engine puts it into
 * the exchange.
 *
 * <p>To be used on its event loop alone.
 */
public final class Connection {
  private static final String PROPERTY = "wechatConnection";

  private final ScheduledExecutorService eventLoop;
  private final long received = System.nanoTime();
  private @Nullable Runnable onClose;
  private boolean closed;
  private boolean leftOpen;

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
  ScheduledExecutorService eventLoop() {
    return eventLoop;
  }

  /** Milliseconds since the headers of the try were there. */
  long elapsed() {
    return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - received);
  }

  /** WeChat has gone: nobody waits for an answer here. */
  public void close() {
    closed = true;
    if (onClose != null) {
      onClose.run();
    }
  }

  /** Has something done when WeChat goes; at once if it has gone. */
  void onClose(Runnable action) {
    if (closed) {
      action.run();
    } else {
      onClose = action;
    }
  }

  /** Leaves the try without an answer, so that WeChat asks again. */
  public void leaveOpen() {
    leftOpen = true;
  }

  public boolean isLeftOpen() {
    return leftOpen;
  }
}
