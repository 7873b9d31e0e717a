package io.github.wechatgateway.sandbox.delivery;

import io.github.wechatgateway.account.Encryption;
import io.github.wechatgateway.sandbox.state.OfficialAccount;
import java.util.List;

/**
 * Gets at the reply in an answer's body: encrypted in safe mode, in clear in plain mode, either way
 * in compatible mode.
 *
 * @see <a
 *     href="https://developers.weixin.qq.com/doc/service/guide/dev/push/encryption.html">消息加解密说明</a>
 */
final class Opener {
  private Opener() {}

  /** The XML of the reply. */
  static byte[] open(byte[] body, DeliveryRequest request) throws Fault {
    Part root = Part.root(body);
    boolean sealed = root.has("Encrypt");
    if (sealed && request.mode() == Encryption.PLAIN) {
      throw new Fault("body", "encrypted", "in clear, as the message was");
    } else if (!sealed && request.mode() == Encryption.SAFE) {
      String rule = "Encrypt, MsgSignature, TimeStamp and Nonce, as the message was encrypted";
      throw new Fault("body", "in clear", rule);
    }
    return sealed ? unsealed(root, request.account()) : body;
  }

  private static byte[] unsealed(Part envelope, OfficialAccount account) throws Fault {
    for (String name : List.of("Encrypt", "MsgSignature", "TimeStamp", "Nonce")) {
      envelope.visible(name);
    }
    envelope.seconds("TimeStamp");
    String timestamp = envelope.text("TimeStamp");
    String encrypt = envelope.text("Encrypt");
    String expected = Signed.with(account.token(), timestamp, envelope.text("Nonce"), encrypt);
    if (!expected.equals(envelope.text("MsgSignature"))) {
      String rule = "the SHA-1 of Token, TimeStamp, Nonce and Encrypt, sorted and joined, in hex";
      throw new Fault("MsgSignature", "does not fit", rule);
    }
    return new Seal(account.encodingAesKey().orElseThrow(), account.appId()).open(encrypt);
  }
}
