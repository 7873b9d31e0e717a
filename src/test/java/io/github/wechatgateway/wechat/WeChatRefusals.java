package io.github.wechatgateway.wechat;

import java.time.Instant;

/** Refusals, for tests of those who are told of them. */
public final class WeChatRefusals {
  private WeChatRefusals() {}

  /** Of a call with which the sandbox's account sends a message. */
  public static WeChatRefusal refusal(int errcode, ErrCode reason) {
    WeChatCall call = WeChatCall.get("demo", "/cgi-bin/message/custom/send", "");
    return new WeChatRefusal(call, errcode, reason, "");
  }

  /** The same, after which such calls are paused. */
  public static WeChatRefusal pausing(ErrCode reason, Instant until) {
    WeChatCall call = WeChatCall.get("demo", "/cgi-bin/message/custom/send", "");
    return new WeChatRefusal(call, 0, reason, "", null, until);
  }
}
