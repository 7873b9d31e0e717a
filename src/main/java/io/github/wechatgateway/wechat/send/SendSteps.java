package io.github.wechatgateway.wechat.send;

import io.github.wechatgateway.reply.CustomerServiceJson;
import io.github.wechatgateway.step.AsyncStep;
import io.github.wechatgateway.wechat.CallWeChat;
import io.github.wechatgateway.wechat.media.UploadReplyFiles;
import org.apache.camel.spi.Registry;

/** Binds what sends, by the names that routes/wechat/ uses. */
public final class SendSteps {
  private SendSteps() {}

  /**
   * Binds the steps.
   *
   * @param maxParts messages of one answer
   */
  public static void bind(
      Registry registry, CallWeChat wechat, UploadReplyFiles files, int maxParts) {
    registry.bind(
        "send-message",
        new AsyncStep(new SendMessage(wechat, files, new CustomerServiceJson(maxParts))));
    registry.bind("send-typing", new AsyncStep(new SendTyping(wechat)));
  }
}
