package io.github.wechatgateway.sandbox;

import io.github.wechatgateway.sandbox.delivery.BadRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The faults that are switched on: of those of one path, the first that was asked for goes first.
 */
final class Faults {
  private final int most;
  private final List<Fault> waiting = new ArrayList<>();

  /** Keeps so many at most. */
  Faults(int most) {
    this.most = most;
  }

  synchronized void add(Fault fault) throws BadRequest {
    if (waiting.size() >= most) {
      throw new BadRequest(
          "faults", most + " that wait", "fewer; DELETE /sandbox/faults ends those that wait");
    }
    waiting.add(fault);
  }

  /** What befalls a call of this path. */
  synchronized Optional<Fault> befall(String path) {
    for (int i = 0; i < waiting.size(); i++) {
      Fault fault = waiting.get(i);
      if (fault.path().equals(path)) {
        if (fault.times() > 1) {
          waiting.set(i, fault.once());
        } else {
          waiting.remove(i);
        }
        return Optional.of(fault);
      }
    }
    return Optional.empty();
  }

  synchronized List<Fault> waiting() {
    return List.copyOf(waiting);
  }

  synchronized void end() {
    waiting.clear();
  }
}
