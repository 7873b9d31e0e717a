package io.github.wechatgateway.late;

/**
 * A message that waits for its handler, or whose handler runs.
 *
 * @param account the account's name in the settings
 * @param key tells it from every other message, and holds nothing of it
 * @param xml as WeChat sent it, decrypted: what the handler is run with
 * @param tries of WeChat's that have come
 * @param attempts how often its handler was started before
 * @param leases how often its lease was renewed
 * @param since when it came here, in milliseconds since 1970
 */
public record LateMessage(
    String account, String key, String xml, int tries, int attempts, int leases, long since) {

  /** The same, with its lease renewed. */
  LateMessage leasedAgain() {
    return new LateMessage(account, key, xml, tries, attempts, leases + 1, since);
  }

  /** The same, whose process is gone: its handler may have been started. */
  LateMessage lostAgain() {
    return new LateMessage(account, key, xml, tries, attempts + 1, 0, since);
  }

  /** The same, as if its handler had never failed. */
  LateMessage anew(long now) {
    return new LateMessage(account, key, xml, tries, 0, 0, now);
  }

  /** Without what the user wrote. */
  @Override
  public String toString() {
    return "LateMessage[account=%s, key=%s, tries=%d, attempts=%d, leases=%d, since=%d]"
        .formatted(account, key, tries, attempts, leases, since);
  }
}
