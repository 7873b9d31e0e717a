package io.github.wechatgateway.wechat;

/** What the first bytes of an answer tell, where its content type does not. */
final class FirstBytes {
  private FirstBytes() {}

  /**
   * Whether they begin a JSON object: WeChat answers a call for a file with one, and status 200,
   * when something is wrong. No format of media begins like this.
   *
   * @param first some ten of them are enough
   */
  static boolean areJson(byte[] first) {
    int brace = afterSpace(first, hasByteOrderMark(first) ? 3 : 0);
    if (brace == first.length || first[brace] != '{') {
      return false;
    }
    int next = afterSpace(first, brace + 1);
    return next == first.length || first[next] == '"' || first[next] == '}';
  }

  private static boolean hasByteOrderMark(byte[] first) {
    return first.length >= 3
        && first[0] == (byte) 0xEF
        && first[1] == (byte) 0xBB
        && first[2] == (byte) 0xBF;
  }

  private static int afterSpace(byte[] first, int from) {
    int at = from;
    while (at < first.length && " \t\r\n".indexOf(first[at]) >= 0) {
      at++;
    }
    return at;
  }
}
