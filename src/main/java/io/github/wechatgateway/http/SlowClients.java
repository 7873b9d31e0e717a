package io.github.wechatgateway.http;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.impl.ConnectionBase;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Closes connections on which no whole request arrives in time, however slowly or steadily its
 * bytes come, and those that are too many. One that waits for our answer is not slow: we are.
 *
 * <p>All of it happens on the server's event loop.
 */
final class SlowClients {
  private static final long SWEEP_MILLIS = 1_000;

  private static final int SECONDS_WHILE_STOPPING = 1;

  private final HttpLimits limits;
  private final BooleanSupplier stopping;
  private final Map<HttpConnection, Reading> open = new HashMap<>();
  private boolean sweeping;
  private final Vertx vertx;

  /**
   * For one server.
   *
   * @param stopping whether the gateway is: then it does not wait long for what may never come
   */
  SlowClients(Vertx vertx, HttpLimits limits, BooleanSupplier stopping) {
    this.vertx = vertx;
    this.limits = limits;
    this.stopping = stopping;
  }

  void opened(HttpConnection connection) {
    if (!sweeping) {
      sweeping = true;
      vertx.setPeriodic(SWEEP_MILLIS, timer -> sweep());
    }
    if (open.size() >= limits.maxConnections()) {
      connection.close();
      return;
    }
    open.put(connection, new Reading());
    connection.closeHandler(closed -> open.remove(connection));
  }

  /** A request has begun on a connection, which may be given more time for it. */
  Patience asked(HttpServerRequest request) {
    Reading reading = open.get(request.connection());
    if (reading == null) { // there were too many
      return seconds -> {};
    }
    reading.request = request;
    request.response().endHandler(answered -> reading.again());
    return reading;
  }

  private void sweep() {
    long now = System.nanoTime();
    for (Map.Entry<HttpConnection, Reading> one : List.copyOf(open.entrySet())) {
      if (one.getValue().isLate(now)) {
        cut(one.getKey());
      }
    }
  }

  /** At once: a connection's own close() waits until the client has read all that is on its way. */
  private static void cut(HttpConnection connection) {
    ((ConnectionBase) connection).channel().pipeline().firstContext().close();
  }

  /** The time that a client has. */
  interface Patience {

    /** Gives it so many seconds from now, to send what it sends and to read what it is sent. */
    void until(int seconds);
  }

  /** The request that a connection is sending: none yet, or one. */
  private final class Reading implements Patience {
    private long since = System.nanoTime();
    private int seconds = limits.idleTimeout();
    private boolean answerToo;
    private @Nullable HttpServerRequest request;

    @Override
    public void until(int fromNow) {
      since = System.nanoTime();
      seconds = fromNow;
      answerToo = true;
    }

    boolean isLate(long now) {
      boolean whole = request != null && request.isEnded();
      int allowed = stopping.getAsBoolean() && !whole ? SECONDS_WHILE_STOPPING : seconds;
      return (!whole || answerToo) && now - since > TimeUnit.SECONDS.toNanos(allowed);
    }

    void again() {
      since = System.nanoTime();
      seconds = limits.idleTimeout();
      answerToo = false;
      request = null;
    }
  }
}
