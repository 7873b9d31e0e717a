package io.github.wechatgateway.sandbox.state;

/** Is told what an account shows its users besides its answers. */
public interface Shown {
  /** Nobody looks. */
  Shown TO_NOBODY =
      new Shown() {
        @Override
        public void message(SentMessage message) {}

        @Override
        public void typing(String account, String openId, boolean begins) {}
      };

  /** A customer-service message arrives. */
  void message(SentMessage message);

  /** 正在输入 appears for 15 seconds at most, or disappears. */
  void typing(String account, String openId, boolean begins);
}
