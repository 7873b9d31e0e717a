package io.github.wechatgateway.e2e;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.net.NetClient;
import io.vertx.core.net.NetSocket;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Clients that send a request at a byte a second, and begin anew when they are closed: on one event
 * loop.
 */
final class SlowSenders {
  private static final long BYTE_MILLIS = 1_000;
  private static final long AGAIN_MILLIS = 100;

  private final Vertx vertx;
  private final Context loop;
  private final NetClient clients;
  private final URI url;
  private final Supplier<Request> requests;
  private final Map<NetSocket, Long> open = new HashMap<>();
  private int closed;
  private int refused;
  private int answered;
  private long longest;
  private boolean ended;

  SlowSenders(Vertx vertx, URI url, Supplier<Request> requests) {
    this.vertx = vertx;
    this.loop = vertx.getOrCreateContext();
    this.clients = vertx.createNetClient();
    this.url = url;
    this.requests = requests;
  }

  /** What is sent at once, and what follows byte by byte; after its end, the last one for ever. */
  record Request(String atOnce, String slowly) {}

  /**
   * What became of them.
   *
   * @param closed connections that the gateway closed
   * @param refused connections that it did not take
   * @param answered connections on which it sent anything
   * @param longestMillis the longest that a connection was open, or is
   */
  record Seen(int closed, int refused, int answered, long longestMillis) {}

  void begin(int count) {
    loop.runOnContext(
        here -> {
          for (int i = 0; i < count; i++) {
            connect();
          }
        });
  }

  Seen end() {
    CompletableFuture<Seen> seen = new CompletableFuture<>();
    loop.runOnContext(
        here -> {
          ended = true;
          open.values().forEach(this::measure);
          seen.complete(new Seen(closed, refused, answered, longest));
          clients.close();
        });
    return seen.join();
  }

  private void connect() {
    if (ended) {
      return;
    }
    clients
        .connect(url.getPort(), url.getHost())
        .onSuccess(this::send)
        .onFailure(
            taken -> {
              refused++;
              vertx.setTimer(AGAIN_MILLIS, timer -> connect());
            });
  }

  private void send(NetSocket socket) {
    Request request = requests.get();
    int[] next = {0};
    open.put(socket, System.nanoTime());
    socket.write(request.atOnce());
    long timer =
        vertx.setPeriodic(
            BYTE_MILLIS,
            tick -> {
              int at = Math.min(next[0]++, request.slowly().length() - 1);
              socket.write(request.slowly().substring(at, at + 1));
            });
    boolean[] silent = {true};
    socket.handler(
        bytes -> {
          answered += silent[0] ? 1 : 0;
          silent[0] = false;
        });
    socket.exceptionHandler(reset -> {}); // it is closed all the same
    socket.closeHandler(
        gone -> {
          vertx.cancelTimer(timer);
          long opened = open.remove(socket);
          if (!ended) {
            measure(opened);
            closed++;
            connect();
          }
        });
  }

  private void measure(long opened) {
    longest = Math.max(longest, TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - opened));
  }
}
