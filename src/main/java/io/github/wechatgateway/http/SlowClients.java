package io.github.wechatgateway.http;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpServerRequest;
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

  void asked(HttpServerRequest request) {
    Reading reading = open.get(request.connection());
    if (reading != null) {
      reading.request = request;
      request.response().endHandler(answered -> reading.again());
    }
  }

  private void sweep() {
    long seconds = stopping.getAsBoolean() ? SECONDS_WHILE_STOPPING : limits.idleTimeout();
    long late = System.nanoTime() - TimeUnit.SECONDS.toNanos(seconds);
    for (Map.Entry<HttpConnection, Reading> one : List.copyOf(open.entrySet())) {
      Reading reading = one.getValue();
      boolean whole = reading.request != null && reading.request.isEnded();
      if (!whole && reading.since - late < 0) {
        one.getKey().close();
      }
    }
  }

  /** The request that a connection is sending: none yet, or one. */
  private static final class Reading {
    private long since = System.nanoTime();
    private @Nullable HttpServerRequest request;

    void again() {
      since = System.nanoTime();
      request = null;
    }
  }
}
