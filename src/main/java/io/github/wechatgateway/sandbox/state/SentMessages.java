package io.github.wechatgateway.sandbox.state;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** What accounts sent to their users, the oldest first; the oldest make room for the new. */
public final class SentMessages {
  private final int kept;
  private final Deque<SentMessage> messages = new ArrayDeque<>();

  public SentMessages(int kept) {
    this.kept = kept;
  }

  public synchronized void add(SentMessage message) {
    if (messages.size() == kept) {
      messages.removeFirst();
    }
    messages.addLast(message);
  }

  public synchronized List<SentMessage> all() {
    return List.copyOf(messages);
  }
}
