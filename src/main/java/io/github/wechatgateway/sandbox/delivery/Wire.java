package io.github.wechatgateway.sandbox.delivery;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Is told what travels between WeChat and the gateway while a message is delivered. */
public interface Wire {
  /** Nobody looks. */
  Wire TO_NOBODY =
      new Wire() {
        @Override
        public void begins(long delivery, DeliveryRequest request, String xml) {}

        @Override
        public void tried(long delivery, Sent sent, @Nullable String answer, Try result) {}

        @Override
        public void ends(long delivery, Delivered delivered) {}
      };

  /**
   * A message is on its way.
   *
   * @param delivery numbers them, from 1 on
   * @param xml the message in clear
   */
  void begins(long delivery, DeliveryRequest request, String xml);

  /**
   * A try has ended.
   *
   * @param answer the body as it came; null if none did
   */
  void tried(long delivery, Sent sent, @Nullable String answer, Try result);

  /** No further try follows. */
  void ends(long delivery, Delivered delivered);

  /**
   * What was posted.
   *
   * @param url with the signature
   * @param body encrypted where the mode says so
   */
  record Sent(Instant time, String url, String body) {}
}
