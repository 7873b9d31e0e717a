package io.github.wechatgateway.claim;

import static java.util.concurrent.CompletableFuture.completedStage;
import static java.util.concurrent.CompletableFuture.failedStage;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One run of a message's handler: how far it is, and what the copies of the message get. */
final class Handling {
  private final String key;
  private final long began;
  private final Consumer<Handling> ended;
  private final CompletableFuture<String> answer = new CompletableFuture<>();
  private State state;
  private @Nullable CompletableFuture<Boolean> storing;

  /**
   * A run.
   *
   * @param key of its message
   * @param began when WeChat began to try, by the claims' clock
   * @param ended is told of its {@linkplain State#isEnd end} before those who wait
   */
  Handling(String key, long began, State state, Consumer<Handling> ended) {
    this.key = key;
    this.began = began;
    this.state = state;
    this.ended = ended;
    if (state == State.DEFERRED) {
      answer.complete("");
    }
  }

  /** How far a run is. */
  enum State {
    RUNNING(Holder.HANDLER, false),
    /** About to be deferred, if that can be stored. */
    STORING(Holder.HANDLER, false),
    DEFERRED(Holder.HANDLER, false),
    /** Deferred, and about to end, if that can be stored. */
    ENDING(Holder.HANDLER, false),
    /** It failed after it was deferred: a lease of it is still out. */
    QUEUED(Holder.QUEUE, false),
    /** It ended after it was deferred: a lease of it is still out. */
    DONE(Holder.NOBODY, false),

    ANSWERED(Holder.NOBODY, true),
    WAITING(Holder.QUEUE, true),
    FAILED(Holder.UNKNOWN, true);

    private final Holder holder;
    private final boolean end;

    State(Holder holder, boolean end) {
      this.holder = holder;
      this.end = end;
    }

    Holder holder() {
      return holder;
    }

    /** Whether it may be forgotten after a while. */
    boolean isEnd() {
      return end;
    }
  }

  /**
   * A run as it is at one moment.
   *
   * @param storing ends when it is known whether the next state could be stored; null where it is
   *     none
   */
  record Look(@Nullable State state, @Nullable CompletionStage<?> storing) {
    static final Look NEVER_SEEN = new Look(null, null);

    /** Whether a handler runs, or has ended for good. */
    boolean isHandled() {
      return state != null && (state.holder() == Holder.HANDLER || state.holder() == Holder.NOBODY);
    }
  }

  String key() {
    return key;
  }

  long began() {
    return began;
  }

  CompletionStage<String> answer() {
    return answer;
  }

  synchronized State state() {
    return state;
  }

  synchronized Look look() {
    return new Look(state, storing());
  }

  private synchronized @Nullable CompletionStage<?> storing() {
    return storing == null ? null : storing.handle((done, failed) -> done);
  }

  CompletionStage<Boolean> publish(String xml) {
    CompletionStage<?> before;
    synchronized (this) {
      before = storing();
      if (before == null) {
        if (state != State.RUNNING) {
          return completedStage(false);
        }
        state = State.ANSWERED;
      }
    }
    if (before != null) {
      return before.thenCompose(settled -> publish(xml));
    }
    ended.accept(this);
    answer.complete(xml);
    return completedStage(true);
  }

  void fail(Throwable cause) {
    CompletionStage<?> before;
    synchronized (this) {
      before = storing();
      if (before == null) {
        if (state != State.RUNNING) {
          return;
        }
        state = State.FAILED;
      }
    }
    if (before != null) {
      before.thenRun(() -> fail(cause));
      return;
    }
    ended.accept(this);
    answer.completeExceptionally(new HandlerFailed(cause));
  }

  CompletionStage<Boolean> defer(State next, String xml, Claim.Store store) {
    return store(State.RUNNING, State.STORING, next, xml, store);
  }

  CompletionStage<Boolean> end(State next, Claim.Store store) {
    return store(State.DEFERRED, State.ENDING, next, "", store);
  }

  private CompletionStage<Boolean> store(
      State from, State meanwhile, State next, String xml, Claim.Store store) {
    CompletableFuture<Boolean> mine = new CompletableFuture<>();
    CompletionStage<?> before;
    synchronized (this) {
      before = storing();
      if (before == null) {
        if (state != from) {
          return completedStage(false);
        }
        state = meanwhile;
        storing = mine;
      }
    }
    if (before != null) {
      return before.thenCompose(settled -> store(from, meanwhile, next, xml, store));
    }
    started(store).whenComplete((done, failed) -> stored(failed, from, next, xml, mine));
    return mine;
  }

  private void stored(
      @Nullable Throwable failed,
      State from,
      State next,
      String xml,
      CompletableFuture<Boolean> mine) {
    synchronized (this) {
      state = failed == null ? next : from;
      storing = null;
    }
    if (failed != null) {
      mine.completeExceptionally(failed);
      return;
    }
    if (next.isEnd()) {
      ended.accept(this);
    }
    answer.complete(xml);
    mine.complete(true);
  }

  private static CompletionStage<Void> started(Claim.Store store) {
    try {
      return store.get();
    } catch (RuntimeException notStarted) {
      return failedStage(notStarted);
    }
  }
}
