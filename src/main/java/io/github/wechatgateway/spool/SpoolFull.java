package io.github.wechatgateway.spool;

/** As many files are passing through as may. */
public final class SpoolFull extends Exception {
  private static final long serialVersionUID = 1L;

  SpoolFull(int most) {
    super("%d files are on their way, as many as wechat.media.max-spooled allows".formatted(most));
  }
}
