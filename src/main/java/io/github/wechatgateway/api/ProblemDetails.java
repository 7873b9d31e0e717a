package io.github.wechatgateway.api;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.wechatgateway.http.TooLarge;
import io.github.wechatgateway.reply.BadReply;
import io.github.wechatgateway.wechat.WeChatRefusal;
import io.github.wechatgateway.wechat.media.BadMedia;
import io.netty.handler.codec.http.HttpResponseStatus;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a client is told of a request that was not done.
 *
 * @param refusal what WeChat said, where it comes from there
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9457">RFC 9457</a>
 */
record ProblemDetails(int status, String detail, @Nullable WeChatRefusal refusal) {
  static final int INTERNAL_ERROR = 500;

  /** The table of what can be thrown; of what is not in it the client is told nothing. */
  static ProblemDetails of(Throwable thrown) {
    if (thrown instanceof ApiProblem problem) {
      return new ProblemDetails(problem.status(), text(problem), problem.refusal());
    } else if (thrown instanceof WeChatRefusal refusal) {
      return new ProblemDetails(RefusalStatus.of(refusal.reason()), text(refusal), refusal);
    } else if (thrown instanceof BadReply bad) {
      return new ProblemDetails(400, text(bad), null);
    } else if (thrown instanceof BadMedia bad) {
      return new ProblemDetails(bad.status(), text(bad), null);
    } else if (thrown instanceof TooLarge tooLarge) {
      return new ProblemDetails(413, text(tooLarge), null);
    }
    return new ProblemDetails(INTERNAL_ERROR, "the gateway failed, and its log says how", null);
  }

  private static String text(Exception told) {
    return Objects.requireNonNullElse(told.getMessage(), "");
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
