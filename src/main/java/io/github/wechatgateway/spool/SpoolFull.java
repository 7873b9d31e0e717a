package io.github.wechatgateway.spool;

/** As many files of an account are passing through as may. */
public final class SpoolFull extends Exception {
  private static final long serialVersionUID = 1L;

  SpoolFull(String account, int most) {
    super(
        "account=%s: %d files are on their way, as many as wechat.media.max-spooled allows"
            .formatted(account, most));
  }
}
