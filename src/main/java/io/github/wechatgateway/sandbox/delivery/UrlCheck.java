package io.github.wechatgateway.sandbox.delivery;

import io.github.wechatgateway.sandbox.state.OfficialAccount;
import java.util.concurrent.ThreadLocalRandom;

/**
 * What WeChat asks an account's URL when somebody saves it in the console.
 *
 * @see <a href="https://developers.weixin.qq.com/doc/service/guide/dev/push/index.html">消息推送</a>
 */
public record UrlCheck(String query, String echostr) {
  private static final long NUMBERS = 1_000_000_000;

  /**
   * One that is signed with the account's Token.
   *
   * @param timestamp seconds since 1970
   */
  public static UrlCheck of(OfficialAccount account, long timestamp) {
    String nonce = number();
    String echostr = number();
    String signature = Signed.with(account.token(), Long.toString(timestamp), nonce);
    return new UrlCheck(
        "signature=%s&timestamp=%d&nonce=%s&echostr=%s"
            .formatted(signature, timestamp, nonce, echostr),
        echostr);
  }

  private static String number() {
    return Long.toString(ThreadLocalRandom.current().nextLong(1, NUMBERS));
  }
}
