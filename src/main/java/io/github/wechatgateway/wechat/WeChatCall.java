package io.github.wechatgateway.wechat;

import java.nio.file.Path;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One call of WeChat's API: what {@code direct:call-wechat} takes as its body.
 *
 * @param account the account's name in the settings
 * @param method {@code GET} or {@code POST}
 * @param path such as {@code /cgi-bin/message/custom/send}
 * @param query encoded, without {@code access_token}, which is added; may be empty
 * @param answerTo a file that is overwritten with the answer, which may then be long, and need not
 *     be JSON; null for one that is read into memory
 * @param repeatable whether it may be made again after WeChat, or nobody, answered that it can't
 * @param trace the {@link io.github.wechatgateway.step.TraceParent} of what it is made for; null
 *     where there is none
 */
public record WeChatCall(
    String account,
    String method,
    String path,
    String query,
    CallBody body,
    @Nullable Path answerTo,
    boolean repeatable,
    @Nullable String trace) {
  private static final Set<String> APIS =
      Set.of(
          "/cgi-bin/token",
          "/cgi-bin/stable_token",
          "/cgi-bin/ticket/getticket",
          "/cgi-bin/message/custom/send",
          "/cgi-bin/message/custom/typing",
          "/cgi-bin/media/upload",
          "/cgi-bin/media/get",
          "/cgi-bin/media/get/jssdk");
  private static final Pattern METHOD = Pattern.compile("GET|POST");
  private static final Pattern PATH = Pattern.compile("(/[A-Za-z0-9_-][A-Za-z0-9_.-]*)+");
  private static final Pattern QUERY = Pattern.compile("[A-Za-z0-9_.~%&=+*,:;@/?!'()-]*");
  private static final Pattern CONTENT_TYPE = Pattern.compile("[ -~]*");

  public WeChatCall {
    expect(METHOD, method, "method", "GET or POST");
    expect(PATH, path, "path", "such as /cgi-bin/message/custom/send");
    expect(QUERY, query, "query", "name=value&…, encoded");
    expect(CONTENT_TYPE, contentType(body), "contentType", "such as application/json");
  }

  public static WeChatCall get(String account, String path, String query) {
    return new WeChatCall(account, "GET", path, query, new CallBody.Nothing(), null, true, null);
  }

  /** With JSON in UTF-8. */
  public static WeChatCall post(String account, String path, byte[] json) {
    CallBody body = new CallBody.Bytes("application/json", json);
    return new WeChatCall(account, "POST", path, "", body, null, true, null);
  }

  /** Of a file. */
  public static WeChatCall upload(String account, String path, String query, CallBody.Form form) {
    return new WeChatCall(account, "POST", path, query, form, null, true, null);
  }

  /** Of a file. */
  public static WeChatCall download(String account, String path, String query, Path to) {
    return new WeChatCall(account, "GET", path, query, new CallBody.Nothing(), to, true, null);
  }

  /**
   * Of somebody else, who repeats it himself if he likes: nothing is known of what it does. What
   * WeChat answers is found in the {@link WeChatRefusal} too.
   */
  public static WeChatCall relayed(
      String account, String method, String path, String query, CallBody body, Path answerTo) {
    return new WeChatCall(account, method, path, query, body, answerTo, false, null);
  }

  /** The same, not to be made again, whatever becomes of it. */
  WeChatCall once() {
    return new WeChatCall(account, method, path, query, body, answerTo, false, trace);
  }

  /** The same, as a part of a trace. */
  public WeChatCall within(@Nullable String parent) {
    return new WeChatCall(account, method, path, query, body, answerTo, repeatable, parent);
  }

  /** Its path, where the gateway calls it by itself; else {@code relayed}, {@code other}. */
  String api() {
    if (isRelayed()) {
      return "relayed";
    }
    return APIS.contains(path) ? path : "other";
  }

  /** Our own that may not be made again, for tokens, have no file. */
  private boolean isRelayed() {
    return !repeatable && answerTo != null;
  }

  /** Whether it may take long, for there is a file on the way. */
  boolean hasFile() {
    return answerTo != null || body instanceof CallBody.Form || body instanceof CallBody.Content;
  }

  private static String contentType(CallBody body) {
    if (body instanceof CallBody.Bytes bytes) {
      return bytes.contentType();
    }
    return body instanceof CallBody.Content content ? content.contentType() : "";
  }

  private static void expect(Pattern pattern, String value, String what, String expected) {
    if (!pattern.matcher(value).matches()) {
      throw new IllegalArgumentException(
          "%s: %d characters (expected: %s)".formatted(what, value.length(), expected));
    }
  }

  /** Neither the query nor the body, which may hold secrets. */
  @Override
  public String toString() {
    return "account=%s %s %s".formatted(account, method, path);
  }
}
