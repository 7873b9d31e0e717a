package io.github.wechatgateway.wechat.send;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.github.wechatgateway.step.AsyncStep;
import io.github.wechatgateway.wechat.CallWeChat;
import io.github.wechatgateway.wechat.WeChatCall;
import java.util.concurrent.CompletionStage;
import org.apache.camel.Exchange;

/**
 * Shows 正在输入 to the user in {@code wechatUser}, for 15 seconds or until he is sent a message; with
 * {@code CancelTyping} in {@code wechatTyping}, no longer. The body stays as it is. That the user
 * does not see it now, since he has not written for 30 seconds or sees it already, is no error.
 *
 * @see <a
 *     href="https://developers.weixin.qq.com/doc/service/api/customer/message/api_sendtyping.html">客服输入状态</a>
 */
final class SendTyping implements AsyncStep.Work {
  private final CallWeChat wechat;

  SendTyping(CallWeChat wechat) {
    this.wechat = wechat;
  }

  @Override
  public CompletionStage<?> start(Exchange exchange) {
    String json =
        JsonNodeFactory.instance
            .objectNode()
            .put("touser", exchange.getProperty("wechatUser", "", String.class))
            .put("command", exchange.getProperty("wechatTyping", "Typing", String.class))
            .toString();
    return wechat.call(
        WeChatCall.post(
            exchange.getProperty("wechatAccount", String.class),
            "/cgi-bin/message/custom/typing",
            json.getBytes(UTF_8)));
  }
}
