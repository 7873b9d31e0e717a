package io.github.wechatgateway.account;

/** What becomes of an answer that is not ready in time. */
public enum LateReply {
  /**
   * It follows as a customer-service message (客服消息), for accounts that have the right to send one.
   */
  CUSTOMER_SERVICE,
  /** It waits for WeChat's next try of the same message. */
  RETRIES
}
