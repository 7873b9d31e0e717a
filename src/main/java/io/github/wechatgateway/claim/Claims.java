package io.github.wechatgateway.claim;

import java.util.concurrent.CompletionStage;

/**
 * Sees to it that a message is handled once, however many copies of it come: the first to ask has
 * it handled, and every copy waits for that one answer.
 */
public interface Claims {

  /**
   * Asks for a message, without blocking.
   *
   * @param key the {@link io.github.wechatgateway.message.MessageKey} of the message
   * @param age for how long WeChat has been trying, in milliseconds, as far as this copy tells: it
   *     counts if no other was seen before
   */
  CompletionStage<Claim> claim(String key, long age);

  /**
   * Asks for a message that has come out of the queue of late ones. If its claim is not the first,
   * its {@link Claim#holder()} says why it is not to be handled now.
   */
  CompletionStage<Claim> claimLate(String key);

  /** Asks who has a message whose lease is over. */
  CompletionStage<Holder> endLease(String key);
}
