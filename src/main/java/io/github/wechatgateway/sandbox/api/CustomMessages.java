package io.github.wechatgateway.sandbox.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.wechatgateway.sandbox.state.OfficialAccount;
import io.github.wechatgateway.sandbox.state.Permission;
import io.github.wechatgateway.sandbox.state.Platform;
import io.github.wechatgateway.sandbox.state.SentMessage;
import io.github.wechatgateway.sandbox.state.Users;

/**
 * Customer-service messages (客服消息). What is wrong in a message is told before what its user may
 * get.
 */
final class CustomMessages {
  /** Bytes of JSON. */
  private static final int MAX_SIZE = 64 * 1024;

  private final Platform platform;
  private final CustomMessageCheck check;

  CustomMessages(Platform platform) {
    this.platform = platform;
    this.check = new CustomMessageCheck(platform.media());
  }

  /**
   * {@code /cgi-bin/message/custom/send}.
   *
   * @see <a
   *     href="https://developers.weixin.qq.com/doc/service/api/customer/message/api_sendcustommessage.html">发送客服消息</a>
   */
  ApiAnswer send(ApiCall call, OfficialAccount account) throws Refusal {
    if (call.body().length > MAX_SIZE) { // they are kept: WeChat's own limit is not known
      throw new Refusal(ErrCode.CONTENT_SIZE_OUT_OF_LIMIT);
    }
    if (Escapes.anyIn(call.body())) {
      throw new Refusal(ErrCode.INVALID_CHARSET);
    }
    ObjectNode message = Json.read(call.body());
    String openId = user(message, account);
    check.check(message, account);
    expectGranted(platform.users().takeMessage(account, openId));
    SentMessage sent =
        new SentMessage(
            account.name(),
            openId,
            platform.clock().instant(),
            Json.text(message, "msgtype"),
            message);
    platform.sent().add(sent);
    platform.shown().message(sent);
    return ApiAnswer.ok();
  }

  /**
   * {@code /cgi-bin/message/custom/typing}. WeChat has 40200 as well, for an account that is no
   * verified service account.
   *
   * @see <a
   *     href="https://developers.weixin.qq.com/doc/service/api/customer/message/api_typing.html">客服输入状态</a>
   */
  ApiAnswer typing(ApiCall call, OfficialAccount account) throws Refusal {
    ObjectNode body = Json.read(call.body());
    String openId = user(body, account);
    Users users = platform.users();
    String command = Json.text(body, "command");
    Permission permission =
        switch (command) {
          case "Typing" -> users.startTyping(account, openId);
          case "CancelTyping" -> users.stopTyping(account, openId);
          default -> throw new Refusal(ErrCode.INVALID_COMMAND);
        };
    if (permission == Permission.TOO_LATE) {
      throw new Refusal(ErrCode.NOT_IN_TALK);
    }
    expectGranted(permission);
    platform.shown().typing(account.name(), openId, command.equals("Typing"));
    return ApiAnswer.ok();
  }

  private String user(ObjectNode body, OfficialAccount account) throws Refusal {
    String openId = Json.text(body, "touser");
    if (!platform.users().knows(account, openId)) {
      throw new Refusal(ErrCode.INVALID_OPENID);
    }
    return openId;
  }

  private static void expectGranted(Permission permission) throws Refusal {
    switch (permission) {
      case GRANTED -> {}
      case UNKNOWN_USER -> throw new Refusal(ErrCode.INVALID_OPENID);
      case UNSUBSCRIBED, TOO_LATE -> throw new Refusal(ErrCode.RESPONSE_TIME_OUT_OF_LIMIT);
      case USED_UP -> throw new Refusal(ErrCode.RESPONSE_COUNT_OUT_OF_LIMIT);
      case TYPING_ALREADY -> throw new Refusal(ErrCode.TYPING_ALREADY);
    }
  }
}
