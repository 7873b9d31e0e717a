package io.github.wechatgateway.api;

import io.github.wechatgateway.late.NotStored;

/** A request that is not done; its client is told the status and the text. */
public final class ApiProblem extends Exception {
  private static final long serialVersionUID = 1L;

  static final int UNAVAILABLE = 503;

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

  /** There is no dead letter of that id, or none any more. */
  static ApiProblem noDeadLetter() {
    return new ApiProblem(404, text("id", "unknown", "that of a dead letter of this account"));
  }

  /**
   * Nothing is known of it, or nothing any more.
   *
   * @param kept what is
   */
  static ApiProblem noRecord(String kept) {
    String expected =
        "one of %s; what is refused at the door (403, 404, 413) leaves none: wechat_callbacks_refused_total counts it"
            .formatted(kept);
    return new ApiProblem(404, text("record", "none", expected));
  }

  /** It may work in a moment; whether a message was stored nevertheless is not known. */
  static ApiProblem notStored(Throwable why) {
    String told = why instanceof NotStored ? ": " + why.getMessage() : "";
    return new ApiProblem(UNAVAILABLE, "the message could not be stored" + told);
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
