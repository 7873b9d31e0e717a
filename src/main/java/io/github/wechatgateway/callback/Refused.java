package io.github.wechatgateway.callback;

/**
 * A request that does not pass the door. The client learns the status and a constant text; the
 * reason, which holds nothing of the request, is for our log alone.
 */
public final class Refused extends Exception {
  private static final long serialVersionUID = 1L;

  private final int status;

  private Refused(int status, String reason) {
    super(reason, null, false, false); // made from hostile requests: no stack trace to pay for
    this.status = status;
  }

  /** Whatever is wrong with a signature or an envelope: to the client all of it looks the same. */
  static Refused forbidden(String reason) {
    return new Refused(403, reason);
  }

  static Refused notFound(String reason) {
    return new Refused(404, reason);
  }

  static Refused badRequest(String reason) {
    return new Refused(400, reason);
  }

  static Refused tooLarge() {
    return new Refused(413, "body: longer than wechat.callback.max-body");
  }

  int status() {
    return status;
  }

  /** What the client is told. */
  String text() {
    return switch (status) {
      case 400 -> "not a WeChat message";
      case 404 -> "no such account";
      case 413 -> "too large";
      default -> "forbidden";
    };
  }
}
