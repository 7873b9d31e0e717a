package io.github.wechatgateway.wechat;

import io.github.wechatgateway.observe.Counters;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * Makes calls, with a token or without, and does what {@link ErrCode} says about their answers, but
 * for renewing the token. Nobody waits on a thread, but for the one that sends.
 */
final class Calls {
  private static final Duration LONGEST_RETRY_AFTER = Duration.ofMinutes(10);

  private final SendRequest request;
  private final Hosts hosts;
  private final CallPool pool;
  private final Executor answers;
  private final Barriers barriers;
  private final Alarms alarms;
  private final Repeats repeats;
  private final Counters counters;

  /**
   * For all accounts.
   *
   * @param answers where callers go on: what they do then holds no thread of the pool
   */
  Calls(
      SendRequest request,
      Hosts hosts,
      CallPool pool,
      Executor answers,
      Barriers barriers,
      Alarms alarms,
      Repeats repeats,
      Counters counters) {
    this.request = request;
    this.hosts = hosts;
    this.pool = pool;
    this.answers = answers;
    this.barriers = barriers;
    this.alarms = alarms;
    this.repeats = repeats;
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
      counters.called(call.account(), stopped.reason().name());
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
    private final CompletableFuture<WeChatAnswer> answer = new CompletableFuture<>();
    private int tries;

    Sending(WeChatCall call, @Nullable Token token) {
      this.call = call;
      this.token = token;
      this.withToken = token != null;
    }

    void start() {
      // However many calls of an account wait, its token is renewed.
      pool.execute(call.account() + (withToken ? "" : "#token"), this::attempt);
    }

    private void attempt() {
      WeChatRefusal paused = barriers.paused(call); // while it waited
      if (paused != null) {
        end(paused);
        return;
      }
      tries++;
      URI host = hosts.current();
      Outcome outcome;
      try {
        SendRequest.Response response = request.send(host, call, token);
        outcome = Outcome.of(response.answer(), withToken);
        take(outcome, response, host);
      } catch (Exception | StackOverflowError failed) {
        hosts.failed(host);
        repeat(Outcome.of(failed), 0);
      }
    }

    private void take(Outcome outcome, SendRequest.Response response, URI host) {
      switch (outcome.reason().action()) {
        case PASS -> {
          barriers.lower(call, withToken);
          counters.called(call.account(), outcome.reason().name());
          answers.execute(() -> answer.complete(response.answer()));
        }
        case TRY_AGAIN -> {
          if (outcome.reason() == ErrCode.UNREADABLE || tries > repeats.most()) {
            hosts.failed(host);
          }
          repeat(outcome, response.retryAfter());
        }
        default -> {
          WeChatRefusal refusal = outcome.refusal(call);
          if (barriers.raise(call, withToken, outcome)) {
            alarms.tell(refusal);
          }
          end(refusal);
        }
      }
    }

    private void repeat(Outcome outcome, int retryAfter) {
      long wait = Duration.ofSeconds(retryAfter).toMillis();
      if (wait > repeats.longest()) { // too long for a caller
        wait = Math.min(wait, LONGEST_RETRY_AFTER.toMillis());
        barriers.pause(call, Duration.ofMillis(wait), outcome);
        end(outcome.refusal(call));
      } else if (tries > repeats.most()) {
        end(outcome.refusal(call));
      } else {
        repeats.after().apply(Math.max(wait, repeats.delay(tries))).execute(this::start);
      }
    }

    private void end(WeChatRefusal refusal) {
      counters.called(call.account(), refusal.reason().name());
      answers.execute(() -> answer.completeExceptionally(refusal));
    }
  }
}
