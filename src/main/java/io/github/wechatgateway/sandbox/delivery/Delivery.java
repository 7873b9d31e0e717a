package io.github.wechatgateway.sandbox.delivery;

import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * One message on its way. A try without a usable answer, late, broken off, or with another status
 * than 200, is followed by the next at once: how long WeChat pauses is not documented, nor is
 * whether it takes another status for no answer; developers report that it does.
 *
 * <p>All of it happens on one event loop.
 */
final class Delivery {
  private static final int TRIES = 3;
  private static final int NONCES = 1_000_000_000;

  private final Poster poster;
  private final InstantSource clock;
  private final String url;
  private final DeliveryRequest request;
  private final SentMessage message;
  private final List<Try> tries = new ArrayList<>();

  Delivery(
      Poster poster,
      InstantSource clock,
      String url,
      DeliveryRequest request,
      SentMessage message) {
    this.poster = poster;
    this.clock = clock;
    this.url = url;
    this.request = request;
    this.message = message;
  }

  /** Tries until the end. */
  Future<Delivered> next() {
    Instant began = clock.instant();
    String nonce = Integer.toString(ThreadLocalRandom.current().nextInt(1, NONCES));
    SignedPost post = SignedPost.of(request, message, began.getEpochSecond(), nonce);
    return poster
        .post(url + "?" + post.encodedQuery(), post.body())
        .compose(outcome -> after(outcome, began));
  }

  private Future<Delivered> after(Outcome outcome, Instant began) {
    Instant now = clock.instant();
    double seconds = Duration.between(began, now).toMillis() / 1000.0;
    if (outcome instanceof Outcome.Answered answered) {
      Judgement judgement = Judge.judge(answered.body().getBytes(), request, message, now);
      tries.add(new Try(200, seconds, judgement.reply(), null));
      return delivered(judgement.seen(), judgement.why());
    } else if (outcome instanceof Outcome.TooLarge) {
      String error = "body: too large (expected: at most " + Poster.MAX_ANSWER + " bytes)";
      tries.add(new Try(200, seconds, null, error));
      return delivered(Seen.FAULT, error);
    }
    Try failed = failed(outcome, seconds);
    tries.add(failed);
    return tries.size() < TRIES
        ? next()
        : delivered(Seen.FAULT, TRIES + " tries without an answer; the last: " + failed.error());
  }

  private static Try failed(Outcome outcome, double seconds) {
    if (outcome instanceof Outcome.Refused refused) {
      int status = refused.status();
      return new Try(status, seconds, null, "status " + status + " (expected: 200)");
    }
    return new Try(null, seconds, null, ((Outcome.Unanswered) outcome).error());
  }

  private Future<Delivered> delivered(Seen seen, @Nullable String why) {
    if (seen != Seen.NOTHING && !message.showsAnswer()) {
      String fault = seen == Seen.FAULT && why != null ? "; " + why : "";
      String unseen = message.event() + ": the user is shown no answer to this event" + fault;
      return Future.succeededFuture(new Delivered(tries, Seen.NOTHING, unseen));
    }
    return Future.succeededFuture(new Delivered(tries, seen, why));
  }
}
