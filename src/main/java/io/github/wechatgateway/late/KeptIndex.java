package io.github.wechatgateway.late;

import io.github.wechatgateway.message.UserDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Who has kept answers, and which of them are being given: ids and times alone, in memory. It
 * forgets the oldest, as their queue does.
 */
final class KeptIndex {
  private final int most;

  /** Read without a lock: every message asks. */
  private final Map<UserDigest, NavigableSet<Place>> users = new ConcurrentHashMap<>();

  /** In the queue's order. */
  private final LinkedHashMap<String, Place> places = new LinkedHashMap<>();

  /** The answers that are being given. */
  private final Set<String> marked = ConcurrentHashMap.newKeySet();

  KeptIndex(int most) {
    this.most = most;
  }

  /** An answer in the queue. */
  record Place(String id, String account, UserDigest user, long since) {}

  boolean has(String account, String user) {
    return !users.isEmpty() && users.containsKey(UserDigest.of(account, user));
  }

  /** Takes it in, and returns what had to go for it. */
  synchronized List<Place> add(OutboxMessage answer) {
    UserDigest user = UserDigest.of(answer.account(), answer.user());
    Place place = new Place(answer.id(), answer.account(), user, answer.since());
    if (places.putIfAbsent(place.id(), place) == null) {
      users.computeIfAbsent(user, first -> oldestFirst()).add(place);
    }
    List<Place> gone = new ArrayList<>();
    while (places.size() > most) {
      Place oldest = places.values().iterator().next();
      remove(oldest.id());
      gone.add(oldest);
    }
    return gone;
  }

  private static NavigableSet<Place> oldestFirst() {
    return new TreeSet<>(Comparator.comparingLong(Place::since).thenComparing(Place::id));
  }

  /** Marks the user's oldest answer that nobody gives, and that is not from before this. */
  synchronized Optional<String> mark(String account, String user, Instant notBefore) {
    NavigableSet<Place> all = users.get(UserDigest.of(account, user));
    if (all == null) {
      return Optional.empty();
    }
    return all.stream()
        .filter(place -> place.since() >= notBefore.toEpochMilli())
        .map(Place::id)
        .filter(marked::add)
        .findFirst();
  }

  /** Any message may give it again. */
  void unmark(String id) {
    marked.remove(id);
  }

  synchronized void remove(String id) {
    marked.remove(id);
    Place place = places.remove(id);
    if (place != null) {
      users.computeIfPresent(
          place.user(),
          (user, all) -> {
            all.remove(place);
            return all.isEmpty() ? null : all;
          });
    }
  }
}
