package io.github.wechatgateway.sandbox.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.wechatgateway.sandbox.state.OfficialAccount;
import io.github.wechatgateway.sandbox.state.QuotaClearings;
import java.util.Set;

/** What an account asks WeChat about itself and the way to it. */
final class PlatformOperations {
  private static final Set<String> ACTIONS = Set.of("dns", "ping", "all");
  private static final Set<String> OPERATORS = Set.of("CHINANET", "UNICOM", "CAP", "DEFAULT");
  private static final String ADDRESS = "127.0.0.1";

  private final QuotaClearings quotaClearings;

  PlatformOperations(QuotaClearings quotaClearings) {
    this.quotaClearings = quotaClearings;
  }

  /**
   * {@code /cgi-bin/getcallbackip}: addresses and ranges.
   *
   * @see <a
   *     href="https://developers.weixin.qq.com/doc/service/api/base/api_getcallbackip.html">获取微信推送服务器IP</a>
   */
  ApiAnswer callbackIps(ApiCall call, OfficialAccount account) {
    return ips(ADDRESS, "127.0.0.0/25");
  }

  /**
   * {@code /cgi-bin/get_api_domain_ip}.
   *
   * @see <a
   *     href="https://developers.weixin.qq.com/doc/service/api/base/api_getapidomainip.html">获取微信API服务器IP</a>
   */
  ApiAnswer apiIps(ApiCall call, OfficialAccount account) {
    return ips(ADDRESS);
  }

  /**
   * {@code /cgi-bin/clear_quota}.
   *
   * @see <a
   *     href="https://developers.weixin.qq.com/doc/service/api/base/api_clearquota.html">重置API调用次数</a>
   */
  ApiAnswer clearQuota(ApiCall call, OfficialAccount account) throws Refusal {
    String appId = Json.text(Json.read(call.body()), "appid");
    if (appId.isEmpty()) {
      throw new Refusal(ErrCode.APPID_MISSING);
    }
    if (!appId.equals(account.appId())) {
      throw new Refusal(ErrCode.INVALID_APPID);
    }
    if (!quotaClearings.take(account)) {
      throw new Refusal(ErrCode.CLEAR_QUOTA_LIMIT);
    }
    return ApiAnswer.ok();
  }

  /**
   * {@code /cgi-bin/callback/check}. WeChat has 40201 as well, for an account without a URL.
   *
   * @see <a
   *     href="https://developers.weixin.qq.com/doc/service/api/base/api_callbackcheck.html">网络通信检测</a>
   */
  ApiAnswer checkCallback(ApiCall call, OfficialAccount account) throws Refusal {
    ObjectNode body = Json.read(call.body());
    String action = Json.text(body, "action");
    if (!ACTIONS.contains(action)) {
      throw new Refusal(ErrCode.INVALID_CHECK_ACTION);
    }
    String operator = Json.text(body, "check_operator");
    if (!OPERATORS.contains(operator)) {
      throw new Refusal(ErrCode.INVALID_CHECK_OPERATOR);
    }
    ObjectNode answer = Json.object();
    if (!action.equals("ping")) {
      answer.putArray("dns").addObject().put("ip", ADDRESS).put("real_operator", operator);
    }
    if (!action.equals("dns")) {
      answer
          .putArray("ping")
          .addObject()
          .put("ip", ADDRESS)
          .put("from_operator", operator)
          .put("package_loss", "0%")
          .put("time", "0.123ms");
    }
    return ApiAnswer.json(answer);
  }

  private static ApiAnswer ips(String... addresses) {
    ObjectNode answer = Json.object();
    var list = answer.putArray("ip_list");
    for (String address : addresses) {
      list.add(address);
    }
    return ApiAnswer.json(answer);
  }
}
