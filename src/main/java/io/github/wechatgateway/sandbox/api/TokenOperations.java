package io.github.wechatgateway.sandbox.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.wechatgateway.sandbox.state.IssuedToken;
import io.github.wechatgateway.sandbox.state.OfficialAccount;
import io.github.wechatgateway.sandbox.state.Platform;
import io.github.wechatgateway.sandbox.state.Tickets;
import java.util.Locale;
import java.util.stream.Stream;

/** Tokens and tickets. */
final class TokenOperations {
  private final Platform platform;

  TokenOperations(Platform platform) {
    this.platform = platform;
  }

  /**
   * {@code /cgi-bin/token}.
   *
   * @see <a
   *     href="https://developers.weixin.qq.com/doc/service/api/base/api_getaccesstoken.html">获取接口调用凭据</a>
   */
  ApiAnswer classic(ApiCall call) throws Refusal {
    var credentials =
        new Credentials(
            call.parameter("grant_type").orElse(""),
            call.parameter("appid").orElse(""),
            call.parameter("secret").orElse(""));
    return token(platform.tokens().classic(credentials.check(platform)));
  }

  /**
   * {@code /cgi-bin/stable_token}.
   *
   * @see <a
   *     href="https://developers.weixin.qq.com/doc/service/api/base/api_getstableaccesstoken.html">获取稳定版接口调用凭据</a>,
   *     where 45009 is among the errors
   */
  ApiAnswer stable(ApiCall call) throws Refusal {
    ObjectNode body = Json.read(call.body());
    var credentials =
        new Credentials(
            Json.text(body, "grant_type"), Json.text(body, "appid"), Json.text(body, "secret"));
    OfficialAccount account = credentials.check(platform);
    JsonNode force = body.path("force_refresh");
    if (!force.isMissingNode() && !force.isBoolean()) {
      throw new Refusal(ErrCode.DATA_FORMAT);
    }
    return token(
        force.booleanValue()
            ? platform
                .tokens()
                .refreshStable(account)
                .orElseThrow(() -> new Refusal(ErrCode.DAILY_QUOTA))
            : platform.tokens().stable(account));
  }

  /**
   * {@code /cgi-bin/ticket/getticket}.
   *
   * @see <a
   *     href="https://developers.weixin.qq.com/doc/service/api/webdev/access/api_getticket.html">获取临时票据</a>
   */
  ApiAnswer ticket(ApiCall call, OfficialAccount account) throws Refusal {
    String type = call.parameter("type").orElse("");
    Tickets.Kind kind =
        Stream.of(Tickets.Kind.values())
            .filter(each -> each.name().toLowerCase(Locale.ROOT).equals(type))
            .findFirst()
            .orElseThrow(() -> new Refusal(ErrCode.INVALID_ARGS));
    IssuedToken ticket = platform.tickets().get(account, kind);
    return ApiAnswer.json(
        Json.object()
            .put("errcode", 0)
            .put("errmsg", "ok")
            .put("ticket", ticket.value())
            .put("expires_in", ticket.expiresIn()));
  }

  private static ApiAnswer token(IssuedToken token) {
    return ApiAnswer.json(
        Json.object().put("access_token", token.value()).put("expires_in", token.expiresIn()));
  }
}
