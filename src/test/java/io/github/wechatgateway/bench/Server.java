package io.github.wechatgateway.bench;

import java.io.Closeable;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** A server that was started, and what the system says of its process. */
final class Server implements Closeable {
  private static final long PATIENCE = TimeUnit.SECONDS.toNanos(60);

  private final Process process;
  private final int port;
  private final long startedAt;

  private Server(Process process, int port, long startedAt) {
    this.process = process;
    this.port = port;
    this.startedAt = startedAt;
    Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
  }

  static Server start(ProcessBuilder builder, int port) throws IOException {
    long before = System.nanoTime();
    return new Server(builder.start(), port, before);
  }

  int port() {
    return port;
  }

  long pid() {
    return process.pid();
  }

  URI url() {
    return URI.create("http://127.0.0.1:" + port + Account.PATH);
  }

  /** Seconds from its start to its first answer to a message, which is waited for. */
  double answers() throws Exception {
    Requests requests = new Requests(false, Requests.TEXT);
    while (process.isAlive() && System.nanoTime() - startedAt < PATIENCE) {
      try (Wire wire = Wire.open(port)) {
        wire.channel().configureBlocking(false);
        wire.send(requests.next());
        while (!wire.receive() && System.nanoTime() - startedAt < PATIENCE) {
          TimeUnit.MILLISECONDS.sleep(1);
        }
        if (wire.isReply()) {
          return (System.nanoTime() - startedAt) / 1e9;
        }
      } catch (IOException notYet) {
        TimeUnit.MILLISECONDS.sleep(2);
      }
    }
    throw new IllegalStateException("no answer: see the logs in target/bench");
  }

  void moveTo(Cores cores) throws IOException {
    cores.move(process);
  }

  double cpuSeconds() {
    return process.info().totalCpuDuration().orElseThrow().toNanos() / 1e9;
  }

  /** Megabytes; NaN where the system doesn't tell. */
  double rss() {
    return status("VmRSS:") / 1024;
  }

  double threads() {
    return status("Threads:");
  }

  private double status(String name) {
    try (var lines = Files.lines(Path.of("/proc", Long.toString(process.pid()), "status"))) {
      return lines
          .filter(line -> line.startsWith(name))
          .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")))
          .findFirst()
          .orElse(Double.NaN);
    } catch (IOException elsewhere) {
      return Double.NaN;
    }
  }

  @Override
  public void close() throws IOException {
    process.destroy();
    try {
      if (!process.waitFor(60, TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor();
      }
    } catch (InterruptedException stopped) {
      throw new IOException(stopped);
    }
  }
}
