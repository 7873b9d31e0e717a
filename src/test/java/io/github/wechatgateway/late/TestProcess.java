package io.github.wechatgateway.late;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

/** A process of its own with the tests' classes, and the lines that it tells. */
final class TestProcess implements AutoCloseable {
  private final Process process;
  private final List<String> lines = Collections.synchronizedList(new ArrayList<>());
  private final Thread reader = new Thread(this::read);

  private TestProcess(Process process) {
    this.process = process;
  }

  static TestProcess start(Class<?> main, String... arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(ProcessHandle.current().info().command().orElse("java"));
    command.add("-Dlog4j2.configurationFile=config/log4j2.properties");
    command.add("-cp");
    command.add(System.getProperty("java.class.path"));
    command.add(main.getName());
    command.addAll(List.of(arguments));
    TestProcess started =
        new TestProcess(
            new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start());
    started.reader.setDaemon(true);
    started.reader.start();
    return started;
  }

  private void read() {
    try (BufferedReader told = process.inputReader()) {
      told.lines().forEach(lines::add);
    } catch (IOException | UncheckedIOException closed) {
      // it is dead
    }
  }

  long pid() {
    return process.pid();
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /** What follows a word at the beginning of a line. */
  List<String> told(String word) {
    Stream<String> all = List.copyOf(lines).stream();
    return all.filter(line -> line.startsWith(word + ' '))
        .map(line -> line.substring(word.length() + 1))
        .toList();
  }

  /** Kills it, and reads what it told before. */
  void kill() throws InterruptedException {
    close();
    reader.join();
  }

  @Override
  public void close() {
    process.toHandle().destroyForcibly(); // the process's own method closes what it told
    process.onExit().join();
  }
}
