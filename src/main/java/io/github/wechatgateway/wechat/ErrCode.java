package io.github.wechatgateway.wechat;

import static io.github.wechatgateway.wechat.Action.GIVE_UP;
import static io.github.wechatgateway.wechat.Action.OPEN_CIRCUIT;
import static io.github.wechatgateway.wechat.Action.OPEN_CIRCUIT_OF_TOKEN;
import static io.github.wechatgateway.wechat.Action.PASS;
import static io.github.wechatgateway.wechat.Action.PAUSE_A_MINUTE;
import static io.github.wechatgateway.wechat.Action.PAUSE_UNTIL_MIDNIGHT;
import static io.github.wechatgateway.wechat.Action.RENEW_TOKEN;
import static io.github.wechatgateway.wechat.Action.TRY_AGAIN;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How a call can end, and what is done about it: the one table of WeChat's error codes. What is not
 * in it is {@link #OTHER}.
 *
 * @see <a
 *     href="https://developers.weixin.qq.com/doc/offiaccount/Getting_Started/Global_Return_Code.html">全局返回码</a>
 */
public enum ErrCode {
  OK(PASS, codes(0), "done", ""),
  DONE_BEFORE(PASS, codes(45065, 45066), "the same clientmsgid was sent before", ""),
  TYPING(PASS, codes(45072, 45080, 45081), "the user does not see 正在输入 now", ""),

  BUSY(TRY_AGAIN, codes(-1), "WeChat's system is busy", "nothing: it passes"),
  UNREACHABLE(TRY_AGAIN, codes(), "WeChat can't be reached", "look at the network, the proxy, DNS"),
  UNREADABLE(TRY_AGAIN, codes(), "no answer of WeChat's", "look at what stands between: a proxy?"),

  TOKEN_REFUSED(
      RENEW_TOKEN,
      codes(40001, 40014, 42001),
      "the access token is over, or was replaced",
      "if it comes often: let no other program fetch tokens of this account"),

  WRONG_CREDENTIALS(
      OPEN_CIRCUIT_OF_TOKEN,
      codes(40002, 40013, 40125, 41002, 41004),
      "the AppID or the AppSecret is wrong",
      "compare 开发者ID(AppID) and 开发者密码(AppSecret) at 公众平台 > 设置与开发 > 基本配置"),
  IP_NOT_LISTED(
      OPEN_CIRCUIT,
      codes(40164, 61004),
      "WeChat takes no calls from this server's IP",
      "add it at 公众平台 > 设置与开发 > 基本配置 > IP白名单"),
  IP_NOT_CONFIRMED(
      OPEN_CIRCUIT,
      codes(89501, 89503, 89506, 89507),
      "the account's administrator has not confirmed calls from this server's IP, or has refused it",
      "confirm it in the message that WeChat sent to the administrator (管理员)"),
  SECRET_FROZEN(
      OPEN_CIRCUIT,
      codes(40243),
      "the AppSecret is frozen",
      "unfreeze it (解冻) at 公众平台 > 设置与开发 > 基本配置 > 开发者密码(AppSecret)"),
  ACCOUNT_FROZEN(
      OPEN_CIRCUIT, codes(50007), "the account is frozen", "read 通知中心 at 公众平台, and appeal there"),

  DAILY_QUOTA(
      PAUSE_UNTIL_MIDNIGHT,
      codes(45009),
      "the day's calls of this API are used up",
      "wait until 00:00 in Beijing; 公众平台 > 设置与开发 > 接口权限 shows the quota"),
  TOO_FREQUENT(PAUSE_A_MINUTE, codes(45011), "too many calls in a minute", "wait a minute"),

  OUTSIDE_WINDOW(
      GIVE_UP,
      codes(45015),
      "the user has not written for 48 hours, or has left",
      "answer when the user writes again"),
  MESSAGES_USED_UP(
      GIVE_UP,
      codes(45047),
      "the user may be sent no more messages",
      "answer when the user writes again"),
  TOO_LONG(GIVE_UP, codes(45002, 45008), "too long a text, or too many articles", "send less"),
  USER_OUT_OF_REACH(
      GIVE_UP,
      codes(40003, 43004, 43019, 48002, 50002, 50005),
      "the OpenID is wrong, or its user does not follow, refuses messages or is limited",
      "send nothing to this user"),
  NOT_AUTHORIZED(
      GIVE_UP,
      codes(48001),
      "the account may not use this API",
      "see 公众平台 > 设置与开发 > 接口权限; most need 微信认证"),
  BANNED(GIVE_UP, codes(48004, 50001), "this API is banned", "read 通知中心 at 公众平台"),
  BAD_MEDIA_ID(GIVE_UP, codes(40007), "no such media_id, or over", "upload the file again"),
  BAD_REQUEST(
      GIVE_UP,
      codes(40008, 40035, 44004, 47001),
      "WeChat can't read the request",
      "mend the caller"),
  CLEARINGS_USED_UP(
      GIVE_UP, codes(48006), "the month's clear_quota are used up", "wait for the next month"),

  NO_ROOM(
      GIVE_UP,
      codes(),
      "wechat.api.max-calls of this account are in progress",
      "call less often, or raise it"),
  NO_THREAD(
      GIVE_UP,
      codes(),
      "wechat.api.max-wait, or wechat.media.max-wait, was over before there was a thread",
      "call less often, or raise threads-per-account"),
  OTHER(GIVE_UP, codes(), "refused", "look the errcode up in WeChat's 全局返回码");

  private static final Map<Integer, ErrCode> BY_CODE = new HashMap<>();

  static {
    for (ErrCode each : values()) {
      each.codes.forEach(code -> BY_CODE.put(code, each));
    }
  }

  private final Action action;

  @SuppressWarnings("ImmutableEnumChecker") // it can't be changed
  private final List<Integer> codes;

  private final String meaning;
  private final String whatToDo;

  ErrCode(Action action, List<Integer> codes, String meaning, String whatToDo) {
    this.action = action;
    this.codes = codes;
    this.meaning = meaning;
    this.whatToDo = whatToDo;
  }

  private static List<Integer> codes(Integer... codes) {
    return List.of(codes);
  }

  static ErrCode of(int errcode) {
    return BY_CODE.getOrDefault(errcode, OTHER);
  }

  Action action() {
    return action;
  }

  public String meaning() {
    return meaning;
  }

  public String whatToDo() {
    return whatToDo;
  }
}
