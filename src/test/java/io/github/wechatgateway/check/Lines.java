package io.github.wechatgateway.check;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What a report tells. */
public record Lines(boolean good, List<String> all) {

  /** Of checks that have ten seconds. */
  public static Lines of(List<Check> checks) {
    return of(checks, Duration.ofSeconds(10));
  }

  /** Of checks that have some time. */
  public static Lines of(List<Check> checks, Duration most) {
    List<String> all = new ArrayList<>();
    boolean good = new Report(all::add).tell(checks, most);
    return new Lines(good, all);
  }

  /** The line about something. */
  public String about(String name) {
    return all.stream()
        .filter(line -> line.substring(9).startsWith(name))
        .findFirst()
        .orElseThrow();
  }
}
