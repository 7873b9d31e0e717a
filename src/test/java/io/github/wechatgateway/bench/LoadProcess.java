package io.github.wechatgateway.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.util.List;

/** The process of a {@link Load}. */
final class LoadProcess implements Closeable {
  private final Process process;
  private final Writer orders;
  private final BufferedReader outcomes;

  private LoadProcess(Process process) {
    this.process = process;
    this.orders = new OutputStreamWriter(process.getOutputStream(), UTF_8);
    this.outcomes = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8));
  }

  static LoadProcess start(List<String> command) throws IOException {
    return new LoadProcess(
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start());
  }

  Outcome run(Order order) throws IOException {
    orders.write(order.line() + "\n");
    orders.flush();
    String outcome = outcomes.readLine();
    if (outcome == null) {
      throw new IOException("the load ended");
    }
    return Outcome.of(outcome);
  }

  /** It ends with its standard input. */
  @Override
  public void close() throws IOException {
    orders.close();
    try {
      process.waitFor();
    } catch (InterruptedException stopped) {
      throw new IOException(stopped);
    }
  }
}
