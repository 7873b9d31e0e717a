package io.github.wechatgateway.sandbox.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.wechatgateway.account.Encryption;
import io.github.wechatgateway.sandbox.state.OfficialAccount;
import java.net.URLEncoder;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What WeChat posts to an account's URL for one try.
 *
 * @see <a href="https://developers.weixin.qq.com/doc/service/guide/dev/push/index.html">消息推送</a>
 */
record SignedPost(Map<String, String> query, String body) {

  /**
   * Signs a message, and encrypts it where its mode says so.
   *
   * @param timestamp seconds since 1970
   * @param nonce digits
   */
  static SignedPost of(DeliveryRequest request, SentMessage message, long timestamp, String nonce) {
    OfficialAccount account = request.account();
    String time = Long.toString(timestamp);
    String token = request.badSignature() ? "not the Token" : account.token();
    Map<String, String> query = new LinkedHashMap<>();
    query.put("signature", Signed.with(token, time, nonce));
    query.put("timestamp", time);
    query.put("nonce", nonce);
    query.put("openid", message.fromUserName());
    if (request.mode() == Encryption.PLAIN) {
      return new SignedPost(query, message.xml());
    }
    Seal seal = new Seal(account.encodingAesKey().orElseThrow(), account.appId());
    String encrypt = seal.encrypt(message.xml());
    query.put("encrypt_type", "aes");
    query.put("msg_signature", Signed.with(token, time, nonce, encrypt));
    String inClear =
        request.mode() == Encryption.COMPATIBLE
            ? message.elements()
            : ElementWriter.text("ToUserName", message.toUserName());
    return new SignedPost(
        query, "<xml>" + inClear + ElementWriter.text("Encrypt", encrypt) + "</xml>");
  }

  /** The query as it stands in a URL. */
  String encodedQuery() {
    return query.entrySet().stream()
        .map(each -> each.getKey() + "=" + URLEncoder.encode(each.getValue(), UTF_8))
        .collect(Collectors.joining("&"));
  }
}
