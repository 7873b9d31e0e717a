package io.github.wechatgateway.sandbox.delivery;

import io.vertx.core.AsyncResult;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpClosedException;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import java.io.IOException;
import java.net.ConnectException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Posts on a connection of its own each time, and hangs up when its patience is over. */
final class Poster {
  /** Bytes of an answer's body; a reply with eight articles is far from it. */
  static final int MAX_ANSWER = 256 * 1024;

  /** It is patience that ends: a connection that fails before was refused. */
  private static final int LONGER_MILLIS = 1_000;

  private final Vertx vertx;
  private final HttpClient client;
  private final Duration patience;

  Poster(Vertx vertx, int maxAtOnce, Duration patience) {
    HttpClientOptions options =
        new HttpClientOptions()
            .setKeepAlive(false)
            .setConnectTimeout(Math.toIntExact(patience.toMillis()) + LONGER_MILLIS);
    this.vertx = vertx;
    this.client = vertx.createHttpClient(options, new PoolOptions().setHttp1MaxSize(maxAtOnce));
    this.patience = patience;
  }

  /** To be called on a context of Vert.x, which is the future's then; the future does not fail. */
  Future<Outcome> post(String url, String body) {
    RequestOptions options =
        new RequestOptions()
            .setMethod(HttpMethod.POST)
            .setAbsoluteURI(url)
            .putHeader("Content-Type", "text/xml")
            .putHeader("User-Agent", "Mozilla/4.0");
    Attempt attempt = new Attempt();
    attempt.timer = vertx.setTimer(patience.toMillis(), late -> attempt.end(late()));
    client.request(options).onComplete(connected -> attempt.connected(connected, body));
    return attempt.outcome.future();
  }

  private Outcome late() {
    String seconds = Double.toString(patience.toMillis() / 1000.0).replaceFirst("\\.0$", "");
    return new Outcome.Unanswered("no answer within " + seconds + " s");
  }

  /** All of it happens on one event loop. */
  private final class Attempt {
    private final Promise<Outcome> outcome = Promise.promise();
    private final Buffer body = Buffer.buffer();
    private @Nullable HttpClientRequest request;
    private long timer;

    void connected(AsyncResult<HttpClientRequest> connected, String post) {
      if (connected.failed()) {
        boolean refused = connected.cause() instanceof ConnectException;
        end(new Outcome.Unanswered(refused ? "connection refused" : "no connection"));
        return;
      }
      request = connected.result();
      if (outcome.future().isComplete()) {
        request.connection().close();
      } else {
        request.send(Buffer.buffer(post)).onComplete(this::answered);
      }
    }

    private void answered(AsyncResult<HttpClientResponse> answered) {
      if (answered.failed()) {
        fail(answered.cause(), "closed without an answer");
        return;
      }
      HttpClientResponse response = answered.result();
      if (response.statusCode() != 200) {
        end(new Outcome.Refused(response.statusCode()));
        return;
      }
      response.handler(this::read);
      response.exceptionHandler(failed -> fail(failed, "closed within the answer"));
      response.endHandler(whole -> end(new Outcome.Answered(body)));
    }

    private void read(Buffer part) {
      if (body.length() + part.length() > MAX_ANSWER) {
        end(new Outcome.TooLarge());
      } else {
        body.appendBuffer(part);
      }
    }

    private void fail(Throwable cause, String whenClosed) {
      boolean closed = cause instanceof HttpClosedException || cause instanceof IOException;
      end(new Outcome.Unanswered(closed ? whenClosed : "an answer that is not HTTP"));
    }

    void end(Outcome how) {
      if (outcome.tryComplete(how)) {
        vertx.cancelTimer(timer);
        if (request != null) {
          request.connection().close();
        }
      }
    }
  }
}
