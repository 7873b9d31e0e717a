package io.github.wechatgateway.claim;

/** Who has a message. */
public enum Holder {
  /** Its handler, which runs in this process. */
  HANDLER,
  /** The queue of late messages: it waits there to be handled. */
  QUEUE,
  /** It has ended: it was answered, its answer is on its way, or it was given up. */
  NOBODY,
  /** Another process had it, which is gone. */
  UNKNOWN
}
