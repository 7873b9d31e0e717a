package io.github.wechatgateway.wechat;

/** Refusals, for tests of those who are told of them. */
public final class WeChatRefusals {
  private WeChatRefusals() {}

  /** Of a call with which the sandbox's account sends a message. */
  public static WeChatRefusal refusal(int errcode, ErrCode reason) {
    WeChatCall call = WeChatCall.get("demo", "/cgi-bin/message/custom/send", "");
    return new WeChatRefusal(call, errcode, reason, "");
  }
}
