package io.github.wechatgateway.late;

/**
 * A message that waits for its handler.
 *
 * @param account the account's name in the settings
 * @param key tells it from every other message, and holds nothing of it
 * @param xml as WeChat sent it, decrypted: what the handler is run with
 * @param tries of WeChat's that have come
 * @param attempts how often its handler was started
 * @param since when its first try came, in milliseconds since 1970
 */
public record LateMessage(
    String account, String key, String xml, int tries, int attempts, long since) {

  /** Without what the user wrote. */
  @Override
  public String toString() {
    return "LateMessage[account=%s, key=%s, tries=%d, attempts=%d, since=%d]"
        .formatted(account, key, tries, attempts, since);
  }
}
