package io.github.wechatgateway.account;

/** Which form of post an account takes (消息加解密方式). */
public enum Encryption {
  /** 明文模式: unencrypted posts alone. */
  PLAIN,
  /** 兼容模式: either form; of one that has both, the encrypted part counts. */
  COMPATIBLE,
  /** 安全模式: an unencrypted post is refused. */
  SAFE
}
