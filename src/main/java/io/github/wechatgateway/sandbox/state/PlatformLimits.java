package io.github.wechatgateway.sandbox.state;

import java.util.stream.IntStream;

/**
 * What the platform allows, and how much of it the stand-in remembers.
 *
 * @param tokenLength characters of an access_token, from 64 on. WeChat's have 136 to 157, and it
 *     asks for storage of at least 512
 * @param tokens access tokens that are remembered for each account and each way to fetch one; an
 *     older one counts as replaced
 * @param uploads what may be uploaded
 * @param mediaBytes memory for media files of all accounts; the oldest go first
 * @param messageAllowance 客服消息 (customer-service messages) in the 48 hours after a user's message
 * @param eventAllowance those in the minute after a click, a scan or a subscription
 * @param users users who are remembered, of all accounts
 * @param sentMessages customer-service messages that are kept; the oldest go first
 */
public record PlatformLimits(
    int tokenLength,
    int tokens,
    UploadLimits uploads,
    long mediaBytes,
    int messageAllowance,
    int eventAllowance,
    int users,
    int sentMessages) {

  /** Checks them. */
  public PlatformLimits {
    if (tokenLength < 64) {
      throw new IllegalArgumentException("tokenLength: " + tokenLength + " (expected: from 64 on)");
    }
    if (IntStream.of(tokens, messageAllowance, eventAllowance, users, sentMessages).min().orElse(0)
        < 1) {
      throw new IllegalArgumentException("a limit below 1 (expected: from 1 on)");
    }
    if (mediaBytes < uploads.largest()) {
      throw new IllegalArgumentException(
          "mediaBytes: " + mediaBytes + " (expected: from " + uploads.largest() + " on)");
    }
  }

  /** WeChat's own numbers where it has any. */
  public static PlatformLimits wechats() {
    return new PlatformLimits(
        157, 100, UploadLimits.wechats(), 64L * 1024 * 1024, 5, 3, 1000, 1000);
  }
}
