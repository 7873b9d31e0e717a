package io.github.wechatgateway.wechat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.InterruptedIOException;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import org.apache.hc.core5.http.NoHttpResponseException;
import org.jspecify.annotations.Nullable;

/**
 * What became of a try.
 *
 * @param errcode WeChat's; 0 where it gave none
 * @param detail what may stand in a log; may be empty
 */
record Outcome(int errcode, ErrCode reason, String detail) {
  private static final int TOO_MANY_REQUESTS = 429;

  /** "invalid ip 1.2.3.4 ipv6 ::ffff:1.2.3.4, not in whitelist rid: …" */
  private static final Pattern IP = Pattern.compile("(?:\\bip|IP):? ?([0-9a-fA-F.:]{3,45})");

  /** By which Tencent finds a call. */
  private static final Pattern RID = Pattern.compile("\\brid: ?([0-9a-f-]{8,40})");

  /** Reads the errcode, whatever the content type says. */
  static Outcome of(WeChatAnswer answer, boolean withToken) {
    JsonNode json = answer.json();
    boolean file = json.isMissingNode() && answer.isFile();
    if ((json.isMissingNode() && !file) || !isWeChats(answer.status(), json)) {
      return new Outcome(0, ErrCode.UNREADABLE, "status %s".formatted(answer));
    }
    if (!json.path("errcode").asText("0").matches("-?\\d{1,9}")) {
      return new Outcome(0, ErrCode.UNREADABLE, "no number as errcode");
    }
    int errcode = json.path("errcode").asInt(0);
    ErrCode reason = ErrCode.of(errcode);
    if (reason == ErrCode.TOKEN_REFUSED && !withToken) {
      reason = ErrCode.WRONG_CREDENTIALS; // of cgi-bin/token, 40001 says that the secret is wrong
    }
    return new Outcome(errcode, reason, detail(json.path("errmsg").asText(), reason));
  }

  /** Of a try that had no answer. */
  static Outcome of(Throwable failed) {
    Throwable cause = failed;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    String name = cause.getClass().getSimpleName();
    return new Outcome(
        0, ErrCode.UNREACHABLE, isHarmless(cause) ? name + ": " + cause.getMessage() : name);
  }

  WeChatRefusal refusal(WeChatCall call) {
    return refusal(call, null);
  }

  /**
   * As the caller is told it.
   *
   * @param answer null where there was none
   */
  WeChatRefusal refusal(WeChatCall call, @Nullable WeChatAnswer answer) {
    return refusal(call, answer, null);
  }

  /**
   * The same, of a call after which such calls are paused.
   *
   * @param until null where they are not
   */
  WeChatRefusal refusal(WeChatCall call, @Nullable WeChatAnswer answer, @Nullable Instant until) {
    return new WeChatRefusal(call, errcode, reason, detail, answer, until);
  }

  /**
   * Not that of a proxy or load balancer, which may speak JSON as well, nor the way to another
   * host, which nobody follows.
   */
  private static boolean isWeChats(int status, JsonNode json) {
    boolean names = status / 100 == 4 && status != TOO_MANY_REQUESTS && json.has("errcode");
    return status / 100 == 2 || names;
  }

  private static String detail(String errmsg, ErrCode reason) {
    Stream<String> ip = reason == ErrCode.IP_NOT_LISTED ? first(IP, errmsg) : Stream.empty();
    return String.join(
        ", ", Stream.concat(ip, first(RID, errmsg).map(rid -> "rid " + rid)).toList());
  }

  private static Stream<String> first(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    return matcher.find() ? Stream.of(matcher.group(1)) : Stream.empty();
  }

  /** Others quote the URL, with the token in it. */
  private static boolean isHarmless(Throwable cause) {
    return cause instanceof SocketException
        || cause instanceof InterruptedIOException // time-outs
        || cause instanceof UnknownHostException
        || cause instanceof SSLException
        || cause instanceof NoHttpResponseException;
  }
}
