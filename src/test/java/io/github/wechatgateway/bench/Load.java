package io.github.wechatgateway.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.security.GeneralSecurityException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * WeChat, in a process of its own: takes an {@link Order} from a line of standard input, carries it
 * out with one thread, and writes the {@link Outcome}.
 *
 * <p>All connections are opened first. Then each sends a message, and another as soon as it has the
 * answer, until the time is over or all messages are sent; or they take turns at a steady rate.
 */
final class Load {
  private static final long WECHAT_WAITS = TimeUnit.SECONDS.toMicros(5);
  private static final long A_MOMENT = TimeUnit.MICROSECONDS.toNanos(50);
  private static final long PATIENCE = TimeUnit.SECONDS.toNanos(30);

  private final Order order;
  private final Requests requests;
  private final Histogram latencies = new Histogram();

  /** At a steady rate: each waits for its turn, so that none is idle for long. */
  private final Queue<Wire> idle = new ArrayDeque<>();

  private int sent;
  private int bad;
  private int under;
  private int inTime;

  private Load(Order order) throws GeneralSecurityException {
    this.order = order;
    this.requests = new Requests(order.encrypted(), order.text());
  }

  public static void main(String[] none) throws Exception {
    BufferedReader orders = new BufferedReader(new InputStreamReader(System.in, UTF_8));
    PrintStream outcomes = System.out;
    for (String line = orders.readLine(); line != null; line = orders.readLine()) {
      outcomes.println(new Load(Order.of(line)).run().line());
      outcomes.flush();
    }
  }

  private Outcome run() throws IOException, GeneralSecurityException {
    List<Wire> wires = new ArrayList<>();
    try (Selector selector = Selector.open()) {
      for (int i = 0; i < order.connections(); i++) {
        Wire wire = Wire.open(order.port());
        wires.add(wire);
        wire.channel().configureBlocking(false);
        wire.channel().register(selector, SelectionKey.OP_READ, wire);
      }
      long start = System.nanoTime();
      long deadline = start + TimeUnit.SECONDS.toNanos(order.seconds());
      if (order.perSecond() > 0) {
        idle.addAll(wires);
        sendSteadily(selector, start, deadline);
      } else {
        for (Wire wire : wires) {
          send(wire, System.nanoTime());
        }
      }
      while (under > 0 && System.nanoTime() < deadline + PATIENCE) {
        selector.select(key -> answered(key, deadline), 1_000);
      }
      return new Outcome(
          sent,
          bad + under,
          latencies.percentile(0.5),
          latencies.percentile(0.99),
          latencies.percentile(0.999),
          latencies.max(),
          inTime,
          TimeUnit.NANOSECONDS.toMicros(System.nanoTime() - start));
    } finally {
      for (Wire wire : wires) {
        wire.close();
      }
    }
  }

  private void sendSteadily(Selector selector, long start, long deadline)
      throws IOException, GeneralSecurityException {
    long interval = TimeUnit.SECONDS.toNanos(1) / order.perSecond();
    for (long due = start; due < deadline; due += interval) {
      while (System.nanoTime() < due || idle.isEmpty()) {
        if (System.nanoTime() > deadline + PATIENCE) {
          return;
        }
        LockSupport.parkNanos(A_MOMENT);
        selector.selectNow(key -> answered(key, deadline));
      }
      send(idle.remove(), due);
    }
  }

  private void send(Wire wire, long meantAt) throws IOException, GeneralSecurityException {
    sent++;
    under++;
    wire.send(requests.next(), meantAt);
  }

  private void answered(SelectionKey key, long deadline) {
    Wire wire = (Wire) key.attachment();
    try {
      if (!wire.receive()) {
        return;
      }
      under--;
      if (wire.isOk() && wire.size() == order.size()) {
        long micros = wire.micros();
        latencies.add(micros);
        inTime += micros <= WECHAT_WAITS ? 1 : 0;
      } else {
        bad++;
      }
      if (order.perSecond() > 0) {
        idle.add(wire);
      } else if (sent < order.total() && System.nanoTime() < deadline) {
        send(wire, System.nanoTime());
      }
    } catch (IOException | GeneralSecurityException failed) {
      key.cancel();
      if (wire.isWaiting()) {
        under--;
        bad++;
      }
    }
  }
}
