package io.github.wechatgateway.wechat.send;

import io.github.wechatgateway.reply.CustomerServiceJson;
import io.github.wechatgateway.step.AsyncStep;
import io.github.wechatgateway.wechat.CallWeChat;
import io.github.wechatgateway.wechat.media.UploadReplyFiles;
import java.util.function.Consumer;
import org.apache.camel.spi.Registry;

/** Binds what sends, by the names that routes/wechat/ uses. */
public final class SendSteps {
  private SendSteps() {}

  /**
   * Binds the steps.
   *
   * @param json the shape of what is sent
   * @param notAuthorized is told the account that may send no customer-service messages (48001)
   */
  public static void bind(
      Registry registry,
      CallWeChat wechat,
      UploadReplyFiles files,
      CustomerServiceJson json,
      Consumer<String> notAuthorized) {
    CustomMessages messages = new CustomMessages(wechat, files, json);
    registry.bind("send-message", new AsyncStep(new SendMessage(messages)));
    registry.bind("send-part", new AsyncStep(new SendPart(messages, new Results(notAuthorized))));
    registry.bind("send-typing", new AsyncStep(new SendTyping(wechat)));
  }
}
