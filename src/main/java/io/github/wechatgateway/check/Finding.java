package io.github.wechatgateway.check;

import java.util.Locale;

/**
 * What was found out.
 *
 * @param what in words fit for everybody: no secrets
 * @param whatToDo about it; empty where there is nothing to do
 */
public record Finding(Level level, String what, String whatToDo) {

  /** How bad it is. */
  public enum Level {
    OK,
    /** The gateway works, but not as well as it might. */
    WARNING,
    /** Users would feel it. */
    PROBLEM
  }

  static Finding ok(String what) {
    return new Finding(Level.OK, what, "");
  }

  static Finding warning(String what, String whatToDo) {
    return new Finding(Level.WARNING, what, whatToDo);
  }

  static Finding problem(String what, String whatToDo) {
    return new Finding(Level.PROBLEM, what, whatToDo);
  }

  /**
   * The line of a report.
   *
   * @param seconds that it took to find out
   */
  String line(String name, double seconds) {
    String rest = whatToDo.isEmpty() ? "" : " -> " + whatToDo;
    String word = level.name().toLowerCase(Locale.ROOT);
    return String.format(Locale.ROOT, "%-7s  %s (%.1f s): %s%s", word, name, seconds, what, rest);
  }
}
