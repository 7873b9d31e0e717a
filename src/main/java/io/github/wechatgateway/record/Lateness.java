package io.github.wechatgateway.record;

/**
 * That a message was taken off WeChat's hands before its answer was there, or with a part of it.
 *
 * @param at in milliseconds since 1970
 */
public record Lateness(long at, Why why) {
  /** Why. */
  public enum Why {
    /** Its handler had not ended shortly before the budget of a try was over. */
    NOT_IN_TIME,
    /** Its handler threw. */
    FAILED,
    /** As many handlers ran as may. */
    OVERFLOW,
    /** Too much of the heap was in use. */
    MEMORY,
    /** The gateway was stopping. */
    STOPPING,
    /** Its handler was given up. */
    MAX_TIME,
    /** Its reply is of a kind that a customer-service message alone can carry. */
    CUSTOMER_SERVICE_ONLY,
    /** Its reply is longer than one: the beginning was given, the rest follows. */
    REST_FOLLOWS,
    /** It came out of its queue after a restart; what was before is not known. */
    RESTART
  }
}
