package io.github.wechatgateway.claim;

/**
 * What the copies of a message get of its reply.
 *
 * @param xml of the passive reply; empty for none
 * @param sent how many messages of the reply that is; what is left of it follows by customer
 *     service
 */
record Rendered(String xml, int sent) {
  private static final int WHOLE = -1;

  static Rendered whole(String xml) {
    return new Rendered(xml, WHOLE);
  }

  static Rendered nothingYet() {
    return new Rendered("", 0);
  }

  static Rendered first(String xml) {
    return new Rendered(xml, 1);
  }

  boolean isWhole() {
    return sent == WHOLE;
  }
}
