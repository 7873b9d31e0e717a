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
  static final int TRIES = 3;
  private static final int NONCES = 1_000_000_000;

  private final long number;
  private final Poster poster;
  private final Wire wire;
  private final InstantSource clock;
  private final String url;
  private final DeliveryRequest request;
  private final SentMessage message;
  private final List<Try> tries = new ArrayList<>();

  Delivery(
      long number,
      Poster poster,
      Wire wire,
      InstantSource clock,
      String url,
      DeliveryRequest request,
      SentMessage message) {
    this.number = number;
    this.poster = poster;
    this.wire = wire;
    this.clock = clock;
    this.url = url;
    this.request = request;
    this.message = message;
  }

  /** Tries until the end. */
  Future<Delivered> begin() {
    wire.begins(number, request, message.xml());
    return next().onSuccess(delivered -> wire.ends(number, delivered));
  }

  private Future<Delivered> next() {
    Instant began = clock.instant();
    String nonce = Integer.toString(ThreadLocalRandom.current().nextInt(1, NONCES));
    SignedPost post = SignedPost.of(request, message, began.getEpochSecond(), nonce);
    Wire.Sent sent = new Wire.Sent(began, url + "?" + post.encodedQuery(), post.body());
    return poster.post(sent.url(), sent.body()).compose(outcome -> after(outcome, sent));
  }

  private Future<Delivered> after(Outcome outcome, Wire.Sent sent) {
    Instant now = clock.instant();
    double seconds = Duration.between(sent.time(), now).toMillis() / 1000.0;
    if (tries.size() < request.lostAnswers()) {
      return failed(new Try(null, seconds, null, "the answer was lost, as asked for"), sent);
    } else if (outcome instanceof Outcome.Answered answered) {
      Judgement judgement = Judge.judge(answered.body().getBytes(), request, message, now);
      tried(new Try(200, seconds, judgement.reply(), null), sent, answered.body().toString());
      return delivered(judgement.seen(), judgement.why());
    } else if (outcome instanceof Outcome.TooLarge) {
      String error = "body: too large (expected: at most " + Poster.MAX_ANSWER + " bytes)";
      tried(new Try(200, seconds, null, error), sent, null);
      return delivered(Seen.FAULT, error);
    }
    return failed(failure(outcome, seconds), sent);
  }

  private void tried(Try result, Wire.Sent sent, @Nullable String answer) {
    tries.add(result);
    wire.tried(number, sent, answer, result);
  }

  private Future<Delivered> failed(Try failed, Wire.Sent sent) {
    tried(failed, sent, null);
    return tries.size() < TRIES
        ? next()
        : delivered(Seen.FAULT, TRIES + " tries without an answer; the last: " + failed.error());
  }

  private static Try failure(Outcome outcome, double seconds) {
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
