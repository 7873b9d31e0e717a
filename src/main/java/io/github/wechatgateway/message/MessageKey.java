package io.github.wechatgateway.message;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What tells one message from another: the same for every try of a message, another for every other
 * message.
 *
 * <p>WeChat's MsgId alone will not do: users who write at one moment may share it, and most events
 * have none. Events are told apart by all of their elements, since two of them may come from one
 * user in one second.
 *
 * @see <a
 *     href="https://developers.weixin.qq.com/doc/service/guide/product/message/Receiving_standard_messages.html">关于重试的消息排重</a>
 */
public final class MessageKey {
  private MessageKey() {}

  /** A digest of 22 characters that holds nothing of the message: fit for logs. */
  public static String of(String account, Message message) {
    MessageDigest digest = sha256();
    update(digest, account);
    update(digest, message.toUserName());
    update(digest, message.fromUserName());
    if (message instanceof Event || message.msgId().isEmpty()) {
      update(digest, message.elements().asMap());
    } else {
      update(digest, message.msgId());
    }
    byte[] half = Arrays.copyOf(digest.digest(), 16);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(half);
  }

  /** Each element begins with its kind and ends with a 0, so that no two differ only in shape. */
  private static void update(MessageDigest digest, Object element) {
    if (element instanceof Map<?, ?> map) {
      digest.update((byte) 'm');
      new TreeMap<>(map)
          .forEach(
              (name, child) -> {
                update(digest, name);
                update(digest, child);
              });
    } else if (element instanceof List<?> list) {
      digest.update((byte) 'l');
      list.forEach(child -> update(digest, child));
    } else {
      digest.update((byte) 't');
      digest.update(element.toString().getBytes(UTF_8));
    }
    digest.update((byte) 0);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException everyJdkHasIt) {
      throw new IllegalStateException(everyJdkHasIt);
    }
  }
}
