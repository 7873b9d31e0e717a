package io.github.wechatgateway.wechat;

import java.util.regex.Pattern;

/**
 * One call of WeChat's API: what {@code direct:call-wechat} takes as its body.
 *
 * @param account the account's name in the settings
 * @param method {@code GET} or {@code POST}
 * @param path such as {@code /cgi-bin/message/custom/send}
 * @param query encoded, without {@code access_token}, which is added; may be empty
 * @param contentType of the body; may be empty where there is none
 * @param body may be empty
 */
@SuppressWarnings("ArrayRecordComponent") // nobody compares them
public record WeChatCall(
    String account, String method, String path, String query, String contentType, byte[] body) {
  private static final Pattern METHOD = Pattern.compile("GET|POST");
  private static final Pattern PATH = Pattern.compile("(/[A-Za-z0-9_-][A-Za-z0-9_.-]*)+");
  private static final Pattern QUERY = Pattern.compile("[A-Za-z0-9_.~%&=+*,:;@/?!'()-]*");
  private static final Pattern CONTENT_TYPE = Pattern.compile("[ -~]*");

  public WeChatCall {
    expect(METHOD, method, "method", "GET or POST");
    expect(PATH, path, "path", "such as /cgi-bin/message/custom/send");
    expect(QUERY, query, "query", "name=value&…, encoded");
    expect(CONTENT_TYPE, contentType, "contentType", "such as application/json");
  }

  public static WeChatCall get(String account, String path, String query) {
    return new WeChatCall(account, "GET", path, query, "", new byte[0]);
  }

  /** With JSON in UTF-8. */
  public static WeChatCall post(String account, String path, byte[] json) {
    return new WeChatCall(account, "POST", path, "", "application/json", json);
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
