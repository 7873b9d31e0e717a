package io.github.wechatgateway.claim;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.camel.Exchange;

/**
 * The connection that one try of a message came over: when its first byte came, whether WeChat has
 * closed it, and whether we mean to close it without an answer. The HTTP engine puts it into the
 * exchange.
 */
public final class Connection {
  private static final String PROPERTY = "wechatConnection";

  private final long received = System.nanoTime();
  private final CompletableFuture<Void> closed = new CompletableFuture<>();
  private volatile boolean leftOpen;

  public static Connection of(Exchange exchange) {
    return exchange.getProperty(PROPERTY, Connection.class);
  }

  public void putInto(Exchange exchange) {
    exchange.setProperty(PROPERTY, this);
  }

  /** Milliseconds since the first byte of the try. */
  long elapsed() {
    return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - received);
  }

  /** WeChat has gone: nobody waits for an answer here. */
  public void close() {
    closed.complete(null);
  }

  CompletableFuture<Void> closed() {
    return closed;
  }

  /** Leaves the try without an answer, so that WeChat asks again. */
  public void leaveOpen() {
    leftOpen = true;
  }

  public boolean isLeftOpen() {
    return leftOpen;
  }
}
