package io.github.wechatgateway.wechat;

/** Of a way out that tests use for a request or two. */
public final class TrialLimits {
  private static final LaneLimits LANE = new LaneLimits(10_000, 1 << 20, 4, 4, 10);

  public static final WeChatLimits LIMITS = new WeChatLimits(LANE, LANE, 10, 0, 1, 1, 1, 10, 1);

  private TrialLimits() {}
}
