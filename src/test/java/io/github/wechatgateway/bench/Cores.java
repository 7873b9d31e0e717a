package io.github.wechatgateway.bench;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.util.ArrayList;
import java.util.List;

/** Keeps a server and its load off each other's core, where there are two, and {@code taskset}. */
enum Cores {
  SERVER("0"),
  LOAD("1"),
  BOTH("0,1");

  private static final boolean PINNED = canPin();

  private final String list;

  Cores(String list) {
    this.list = list;
  }

  static boolean arePinned() {
    return PINNED;
  }

  /** The command that runs another on these cores. */
  List<String> run(List<String> command) {
    List<String> pinned = new ArrayList<>();
    if (PINNED) {
      pinned.addAll(List.of("taskset", "-c", list));
    }
    pinned.addAll(command);
    return pinned;
  }

  /** Moves all threads of a process that runs. */
  void move(Process process) throws IOException {
    if (PINNED) {
      String pid = Long.toString(process.pid());
      Process moved =
          new ProcessBuilder("taskset", "-apc", list, pid).redirectOutput(Redirect.DISCARD).start();
      moved.onExit().join();
    }
  }

  private static boolean canPin() {
    try {
      return new ProcessBuilder("taskset", "-c", BOTH.list, "true").start().waitFor() == 0;
    } catch (IOException none) {
      return false;
    } catch (InterruptedException stopped) {
      throw new IllegalStateException(stopped);
    }
  }
}
