package io.github.wechatgateway.late;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The lines in which users' answers stand while the first waits for its repeat: a later one does
 * not overtake it. They are in memory alone: after a restart answers go when they are due.
 *
 * <p>Not safe for threads.
 */
final class Lines {
  /** The broker is hardly late with a message that is due; one that does not come is gone. */
  private static final Duration GONE = Duration.ofSeconds(10);

  private final int most;
  private final Map<String, List<Place>> lines = new HashMap<>();

  /** So many lines at most; who finds none goes at once. */
  Lines(int most) {
    this.most = most;
  }

  private record Place(String id, Instant due) {}

  /** Until when an answer has to wait for those before it; empty if its turn is now. */
  Optional<Instant> turn(OutboxMessage message, Instant now) {
    List<Place> line = lines.getOrDefault(user(message), List.of());
    while (place(line, message) != 0 && !line.isEmpty() && isGone(line.get(0), now)) {
      line.remove(0);
    }
    int place = place(line, message);
    int before = (place < 0 ? line.size() : place) - 1;
    return before < 0 ? Optional.empty() : Optional.of(after(line.get(before).due(), now));
  }

  /** One that comes back then keeps its place, or gets the last. */
  void waits(OutboxMessage message, Instant due) {
    List<Place> line = lines.get(user(message));
    if (line == null && lines.size() < most) {
      line = new ArrayList<>();
      lines.put(user(message), line);
    }
    if (line != null) {
      int place = place(line, message);
      if (place < 0) {
        line.add(new Place(message.id(), due));
      } else {
        line.set(place, new Place(message.id(), due));
      }
    }
  }

  /** One that does not come back. */
  void left(OutboxMessage message) {
    List<Place> line = lines.get(user(message));
    if (line != null) {
      line.removeIf(place -> place.id().equals(message.id()));
      if (line.isEmpty()) {
        lines.remove(user(message));
      }
    }
  }

  private static boolean isGone(Place place, Instant now) {
    return place.due().plus(GONE).isBefore(now);
  }

  /** Its index, or -1. */
  private static int place(List<Place> line, OutboxMessage message) {
    return line.stream().map(Place::id).toList().indexOf(message.id());
  }

  private static Instant after(Instant due, Instant now) {
    return (due.isAfter(now) ? due : now).plusMillis(1);
  }

  private static String user(OutboxMessage message) {
    return message.account() + ' ' + message.user();
  }
}
