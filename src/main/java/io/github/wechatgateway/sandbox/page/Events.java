package io.github.wechatgateway.sandbox.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;

/**
 * What happens in the sandbox, as server-sent events: pages that listen are told at once, and one
 * that comes later is told first what is remembered. An event's id is {@code <start>.<number>}, so
 * that a page knows when the gateway has been started anew.
 *
 * @see <a href="https://html.spec.whatwg.org/multipage/server-sent-events.html">Server-sent
 *     events</a>
 */
public final class Events {
  private static final byte[] PING = ": ping\n\n".getBytes(UTF_8);

  private final String start;
  private final int maxHistory;
  private final int maxListeners;
  private final Deque<Event> history = new ArrayDeque<>();
  private final List<Consumer<byte[]>> listeners = new ArrayList<>();
  private long last;
  private long size;

  /**
   * Remembers some.
   *
   * @param start tells this run of the gateway from others; without dots
   * @param maxHistory bytes that are remembered; the oldest go first
   * @param maxListeners pages that listen at a time
   */
  public Events(String start, int maxHistory, int maxListeners) {
    this.start = start;
    this.maxHistory = maxHistory;
    this.maxListeners = maxListeners;
  }

  /** Tells all who listen. */
  public synchronized void tell(String name, ObjectNode data) {
    last++;
    byte[] frame = frame(start + "." + last, name, data);
    history.addLast(new Event(last, frame));
    size += frame.length;
    while (size > maxHistory) {
      size -= history.removeFirst().frame().length;
    }
    listeners.forEach(listener -> listener.accept(frame));
  }

  /** Keeps connections busy: one whose client is gone without a word is closed then. */
  public synchronized void ping() {
    listeners.forEach(listener -> listener.accept(PING));
  }

  /**
   * Adds a listener, which is told {@code hello} and all that is remembered first.
   *
   * @param lastId that of the last event that it knows; one of another run, or none, for all
   * @param listener takes bytes from any thread, in order, and does not wait
   * @throws TooManyListeners if there are
   */
  synchronized void join(String lastId, ObjectNode hello, Consumer<byte[]> listener)
      throws TooManyListeners {
    if (listeners.size() >= maxListeners) {
      throw new TooManyListeners(maxListeners);
    }
    long known = known(lastId);
    listener.accept(frame(start + "." + known, "hello", hello.put("start", start)));
    for (Event event : history) {
      if (event.number() > known) {
        listener.accept(event.frame());
      }
    }
    listeners.add(listener);
  }

  synchronized void leave(Consumer<byte[]> listener) {
    listeners.remove(listener);
  }

  private long known(String lastId) {
    String prefix = start + ".";
    boolean number =
        lastId.startsWith(prefix) && lastId.substring(prefix.length()).matches("\\d{1,18}");
    return number ? Long.parseLong(lastId.substring(prefix.length())) : 0;
  }

  /** JSON has no line breaks of its own. */
  private static byte[] frame(String id, String name, ObjectNode data) {
    return "id: %s\nevent: %s\ndata: %s\n\n".formatted(id, name, data).getBytes(UTF_8);
  }

  @SuppressWarnings("ArrayRecordComponent") // written once, compared with nothing
  private record Event(long number, byte[] frame) {}
}
