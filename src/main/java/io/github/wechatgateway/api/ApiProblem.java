package io.github.wechatgateway.api;

/** A request that is not done; its client is told the status and the text. */
public final class ApiProblem extends Exception {
  private static final long serialVersionUID = 1L;

  private final int status;

  private ApiProblem(int status, String detail) {
    super(detail, null, false, false); // a client's doing: no stack trace to pay for
    this.status = status;
  }

  /** No client has a key. */
  static ApiProblem off() {
    return new ApiProblem(404, "the gateway API is off: no wechat.gateway-api.keys.<name> is set");
  }

  static ApiProblem unauthorized(String found) {
    String expected = "Bearer, and a key of wechat.gateway-api.keys.<name>";
    return new ApiProblem(401, text("Authorization", found, expected));
  }

  static ApiProblem noAccount() {
    return new ApiProblem(404, text("account", "unknown", "one of wechat.accounts.<name>"));
  }

  /** What the client sent is not what it should be. */
  static ApiProblem badRequest(String field, String found, String expected) {
    return new ApiProblem(400, text(field, found, expected));
  }

  /** Nobody may do this through the gateway. */
  static ApiProblem forbidden(String field, String found, String expected) {
    return new ApiProblem(403, text(field, found, expected));
  }

  private static String text(String field, String found, String expected) {
    return "%s: %s (expected: %s)".formatted(field, found, expected);
  }

  int status() {
    return status;
  }
}
