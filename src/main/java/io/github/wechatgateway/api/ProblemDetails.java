package io.github.wechatgateway.api;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.wechatgateway.http.NoForm;
import io.github.wechatgateway.http.TooLarge;
import io.github.wechatgateway.late.NotStored;
import io.github.wechatgateway.reply.BadReply;
import io.github.wechatgateway.spool.SpoolFull;
import io.github.wechatgateway.wechat.ErrCode;
import io.github.wechatgateway.wechat.WeChatRefusal;
import io.github.wechatgateway.wechat.media.BadMedia;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.vertx.core.http.HttpClosedException;
import java.net.SocketException;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a client is told of a request that was not done.
 *
 * @param refusal what WeChat said, where it comes from there
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9457">RFC 9457</a>
 */
record ProblemDetails(int status, String detail, @Nullable WeChatRefusal refusal) {
  static final int INTERNAL_ERROR = 500;

  private static final int TOO_MANY = 429;

  /**
   * The table of what can be thrown; of what is not in it the client is told nothing.
   *
   * @param missing with which WeChat says that what is asked for is not there
   */
  static ProblemDetails of(@Nullable Throwable thrown, @Nullable ErrCode missing) {
    if (thrown instanceof ApiProblem problem) {
      return of(problem.status(), problem);
    } else if (thrown instanceof WeChatRefusal refusal) {
      int status = refusal.reason() == missing ? 404 : RefusalStatus.of(refusal.reason());
      return new ProblemDetails(status, text(refusal), refusal);
    } else if (thrown instanceof BadMedia bad) {
      return of(bad.status(), bad);
    } else if (thrown instanceof BadReply || thrown instanceof NoForm) {
      return of(400, thrown);
    } else if (thrown instanceof TooLarge) {
      return of(413, thrown);
    } else if (thrown instanceof SpoolFull) {
      return of(TOO_MANY, thrown);
    } else if (thrown instanceof NotStored) {
      return of(ApiProblem.UNAVAILABLE, thrown);
    } else if (thrown instanceof HttpClosedException || thrown instanceof SocketException) {
      // The client has gone: nobody reads it.
      return new ProblemDetails(400, "body: not all of it arrived", null);
    }
    return new ProblemDetails(INTERNAL_ERROR, "the gateway failed, and its log says how", null);
  }

  private static ProblemDetails of(int status, Throwable told) {
    return new ProblemDetails(status, text(told), null);
  }

  private static String text(Throwable told) {
    return Objects.requireNonNullElse(told.getMessage(), "");
  }

  /** How long to wait before it makes sense to ask again, where that is known. */
  Optional<Duration> retryAfter(Instant now) {
    if (refusal != null) {
      return RefusalStatus.retryAfter(refusal.reason(), now);
    }
    return status == TOO_MANY || status == ApiProblem.UNAVAILABLE
        ? Optional.of(Duration.ofSeconds(1))
        : Optional.empty();
  }

  ObjectNode json() {
    ObjectNode json =
        JsonNodeFactory.instance
            .objectNode()
            .put("type", "about:blank")
            .put("title", HttpResponseStatus.valueOf(status).reasonPhrase())
            .put("status", status)
            .put("detail", detail);
    if (refusal != null) {
      if (refusal.errcode() != 0) {
        json.put("errcode", refusal.errcode());
      }
      json.put("reason", refusal.reason().name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }
    return json;
  }
}
