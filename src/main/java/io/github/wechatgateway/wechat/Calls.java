package io.github.wechatgateway.wechat;

import io.github.wechatgateway.observe.Counters;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Makes calls, with a token or without, and does what {@link ErrCode} says about their answers, but
 * for renewing the token. Nobody waits on a thread, but for the one that sends.
 */
final class Calls {
  private static final String CLEAR_QUOTA = "/cgi-bin/clear_quota";
  private static final Duration LONGEST_RETRY_AFTER = Duration.ofMinutes(10);

  private final Lane messages;
  private final Lane files;
  private final Hosts hosts;
  private final Executor answers;
  private final Barriers barriers;
  private final Alarms alarms;
  private final Repeats repeats;
  private final BooleanSupplier stopping;
  private final Counters counters;

  /**
   * For all accounts.
   *
   * @param files where calls go that {@link WeChatCall#hasFile have a file}
   * @param stopping whether the gateway is: then no call is repeated
   * @param answers where callers go on: what they do then holds no thread of the pool
   */
  Calls(
      Lane messages,
      Lane files,
      Hosts hosts,
      Executor answers,
      Barriers barriers,
      Alarms alarms,
      Repeats repeats,
      BooleanSupplier stopping,
      Counters counters) {
    this.messages = messages;
    this.files = files;
    this.hosts = hosts;
    this.answers = answers;
    this.barriers = barriers;
    this.alarms = alarms;
    this.repeats = repeats;
    this.stopping = stopping;
    this.counters = counters;
  }

  /**
   * Makes a call, and repeats it as the table says.
   *
   * @param token null for a call that fetches one
   * @return the answer, or a {@link WeChatRefusal}
   */
  CompletionStage<WeChatAnswer> send(WeChatCall call, @Nullable Token token) {
    WeChatRefusal stopped = barriers.before(call, token != null);
    if (stopped != null) {
      counters.called(call.account(), call.api(), stopped.reason().name());
      return CompletableFuture.failedStage(stopped);
    }
    Sending sending = new Sending(call, token);
    sending.start();
    return sending.answer;
  }

  /** One call, with its repeats. */
  private final class Sending {
    private final WeChatCall call;
    private final @Nullable Token token;
    private final boolean withToken;
    private final Lane lane;
    private final CompletableFuture<WeChatAnswer> answer = new CompletableFuture<>();
    private final @Nullable Object circuit;
    private final long started = System.nanoTime();
    private @Nullable WeChatRefusal last;
    private int tries;

    Sending(WeChatCall call, @Nullable Token token) {
      this.call = call;
      this.token = token;
      this.withToken = token != null;
      this.lane = call.hasFile() ? files : messages;
      this.circuit = barriers.circuitOf(call, withToken);
    }

    void start() {
      // However many calls of an account wait, its token and ticket are renewed.
      boolean own = !withToken || call.path().equals(FetchTicket.PATH);
      lane.threads().execute(call.account() + (own ? "#token" : ""), this::attempt);
    }

    /** Why it is not made any more, after it has waited. */
    private @Nullable WeChatRefusal stopped() {
      if (Duration.ofNanos(System.nanoTime() - started).compareTo(lane.maxWait()) > 0) {
        return last == null ? new WeChatRefusal(call, 0, ErrCode.NO_THREAD, "") : last;
      }
      return barriers.since(circuit, call, withToken);
    }

    private void attempt() {
      WeChatRefusal stopped = stopped();
      if (stopped != null) {
        end(stopped);
        return;
      }
      tries++;
      URI host = hosts.current();
      try {
        SendRequest.Response response = lane.request().send(host, call, token);
        Outcome outcome = Outcome.of(response.answer(), withToken);
        take(outcome, response, host);
      } catch (Exception | Error failed) { // whatever it is, somebody waits
        if (call.repeatable()) {
          hosts.failed(host);
        }
        repeat(Outcome.of(failed), null);
      }
    }

    private void take(Outcome outcome, SendRequest.Response response, URI host) {
      switch (outcome.reason().action()) {
        case PASS -> {
          barriers.lower(call, withToken);
          if (call.path().equals(CLEAR_QUOTA)) {
            barriers.lowerPauses(call.account());
          }
          counters.called(call.account(), call.api(), outcome.reason().name());
          answer(() -> answer.complete(response.answer()));
        }
        case TRY_AGAIN -> {
          // What others have relayed may be wrong: a path that leads nowhere, say.
          boolean ours = call.repeatable();
          if (ours && (outcome.reason() == ErrCode.UNREADABLE || tries > repeats.most())) {
            hosts.failed(host);
          }
          repeat(outcome, response);
        }
        default -> {
          Instant until = barriers.raise(call, withToken, outcome);
          WeChatRefusal refusal = outcome.refusal(call, response.answer(), until);
          if (until != null) {
            alarms.tell(refusal);
          }
          end(refusal);
        }
      }
    }

    private void repeat(Outcome outcome, SendRequest.@Nullable Response response) {
      long wait = response == null ? 0 : Duration.ofSeconds(response.retryAfter()).toMillis();
      WeChatAnswer given = response == null ? null : response.answer();
      WeChatRefusal refusal = outcome.refusal(call, given);
      last = refusal;
      if (wait > repeats.longest()) { // too long for a caller
        wait = Math.min(wait, LONGEST_RETRY_AFTER.toMillis());
        Instant until = barriers.pause(call, Duration.ofMillis(wait), outcome);
        end(outcome.refusal(call, given, until));
      } else if (tries > repeats.most() || !call.repeatable() || stopping.getAsBoolean()) {
        end(refusal);
      } else {
        repeats.after().apply(Math.max(wait, repeats.delay(tries))).execute(this::start);
      }
    }

    private void end(WeChatRefusal refusal) {
      counters.called(call.account(), call.api(), refusal.reason().name());
      answer(() -> answer.completeExceptionally(refusal));
    }

    private void answer(Runnable task) {
      try {
        answers.execute(task);
      } catch (RejectedExecutionException stopped) { // between two tries the gateway has ended
        task.run();
      }
    }
  }
}
