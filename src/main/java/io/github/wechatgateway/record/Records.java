package io.github.wechatgateway.record;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.wechatgateway.message.UserDigest;
import io.github.wechatgateway.observe.MessageMeters;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The records of the last messages, in memory: the oldest make room for the newest.
 *
 * <p>Every message puts one here, and only people look for them: so there is no index but that by
 * key, and who looks for a user's looks at all.
 */
public final class Records {
  private final ConcurrentMap<String, MessageRecord> byKey = new ConcurrentHashMap<>();
  private final AtomicReferenceArray<@Nullable MessageRecord> ring;
  private final AtomicLong next = new AtomicLong();
  private final Duration maxAge;
  private final MessageMeters meters;
  private final InstantSource clock;

  /**
   * None yet.
   *
   * @param max records at a time
   * @param maxAge from the first try of a message
   * @param meters get what is noted, summed up
   */
  public Records(int max, Duration maxAge, MessageMeters meters, InstantSource clock) {
    this.ring = new AtomicReferenceArray<>(max);
    this.maxAge = maxAge;
    this.meters = meters;
    this.clock = clock;
  }

  /** That of a message, which begins here if there is none. */
  public MessageRecord begin(String key, Supplier<About> about) {
    MessageRecord known = byKey.get(key);
    if (known != null) {
      return known;
    }
    MessageRecord mine = new MessageRecord(about.get(), meters, clock);
    MessageRecord others = byKey.putIfAbsent(key, mine);
    if (others != null) {
      return others;
    }
    MessageRecord oldest = ring.getAndSet((int) (next.getAndIncrement() % ring.length()), mine);
    if (oldest != null) {
      byKey.remove(oldest.about().key(), oldest);
    }
    return mine;
  }

  /** That of a message; where there is none any more, one that nobody can ask for. */
  public MessageRecord of(String key) {
    MessageRecord known = byKey.get(key);
    return known == null ? MessageRecord.detached() : known;
  }

  /** Those of an account's message with an id: users who write at one moment may share it. */
  public List<ObjectNode> ofMessage(String account, String msgId, int most) {
    return find(about -> about.msgId().equals(msgId) && about.account().equals(account), most);
  }

  /** Those of an account's user. */
  public List<ObjectNode> ofUser(String account, String user, int most) {
    UserDigest digest = UserDigest.of(account, user);
    return find(about -> about.user().equals(digest) && about.account().equals(account), most);
  }

  /** That of an account's message with the key by which logs name it. */
  public List<ObjectNode> ofKey(String account, String key) {
    return find(about -> about.key().equals(key) && about.account().equals(account), 1);
  }

  /** The newest first. */
  private List<ObjectNode> find(Predicate<About> wanted, int most) {
    List<ObjectNode> found = new ArrayList<>();
    long now = clock.millis();
    long newest = next.get() - 1;
    for (int i = 0; i < ring.length() && found.size() < most && i <= newest; i++) {
      MessageRecord each = ring.get((int) ((newest - i) % ring.length()));
      if (each != null && !isTooOld(each, now) && wanted.test(each.about())) {
        found.add(RecordJson.of(each.look(), now));
      }
    }
    return found;
  }

  /** Forgets those that are too old. */
  public void dropTooOld() {
    long now = clock.millis();
    for (int i = 0; i < ring.length(); i++) {
      MessageRecord each = ring.get(i);
      if (each != null && isTooOld(each, now) && ring.compareAndSet(i, each, null)) {
        byKey.remove(each.about().key(), each);
      }
    }
  }

  private boolean isTooOld(MessageRecord each, long now) {
    return now - each.since() > maxAge.toMillis();
  }

  /** How many there are. */
  int size() {
    return byKey.size();
  }

  /** How long one is kept, in words. */
  public String kept() {
    return "the last %d messages since the start, for %d s each"
        .formatted(ring.length(), maxAge.toSeconds());
  }
}
