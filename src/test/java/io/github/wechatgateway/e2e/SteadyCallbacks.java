package io.github.wechatgateway.e2e;

import static java.util.concurrent.TimeUnit.NANOSECONDS;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

/**
 * Callbacks at a steady rate, whatever becomes of those before, each timed from the moment in which
 * it was meant to be sent: in turns unencrypted on a connection of its own, and encrypted on one
 * that is kept.
 */
final class SteadyCallbacks {
  private static final ExecutorService THREADS = Executors.newCachedThreadPool();

  private final URI url;

  SteadyCallbacks(URI url) {
    this.url = url;
  }

  /** The reply that one got, or that it got none, and how long it took. */
  record Answered(String xml, long millis) {}

  List<Answered> send(int perSecond, Duration during) {
    long begun = System.nanoTime();
    long interval = Duration.ofSeconds(1).toNanos() / perSecond;
    List<CompletableFuture<Answered>> answers =
        IntStream.range(0, Math.toIntExact(during.toSeconds() * perSecond))
            .mapToObj(i -> sendAt(begun + i * interval, i % 2 == 0))
            .toList();
    return answers.stream().map(CompletableFuture::join).toList();
  }

  private CompletableFuture<Answered> sendAt(long moment, boolean encrypted) {
    return CompletableFuture.supplyAsync(
        () -> {
          String xml = encrypted ? encrypted() : unencrypted();
          return new Answered(xml, NANOSECONDS.toMillis(System.nanoTime() - moment));
        },
        CompletableFuture.delayedExecutor(moment - System.nanoTime(), NANOSECONDS, THREADS));
  }

  private String unencrypted() {
    return Delivery.of(GatewayProcess.DEMO, url, Xml.text("hi")).tryOnce();
  }

  private String encrypted() {
    return GatewayProcess.DEMO.opened(GatewayProcess.DEMO.postSafe(url, Xml.text("hi")).body());
  }
}
