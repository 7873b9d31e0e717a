package io.github.wechatgateway.sandbox.api;

import java.util.Arrays;
import java.util.Optional;

/**
 * WeChat's error codes, worded as its servers word them.
 *
 * @see <a
 *     href="https://developers.weixin.qq.com/doc/offiaccount/Getting_Started/Global_Return_Code.html">全局返回码</a>
 */
enum ErrCode {
  SYSTEM_ERROR(-1, "system error"),
  INVALID_CREDENTIAL(
      40001,
      "invalid credential, access_token is invalid or not latest, could get access_token by"
          + " getStableAccessToken, more details at https://mmbizurl.cn/s/JtxxFh33r"),
  INVALID_GRANT_TYPE(40002, "invalid grant_type"),
  INVALID_OPENID(40003, "invalid openid"),
  INVALID_MEDIA_TYPE(40004, "invalid media type"),
  INVALID_FILE_TYPE(40005, "invalid file type"),
  INVALID_MEDIA_ID(40007, "invalid media_id"),
  INVALID_MESSAGE_TYPE(40008, "invalid message type"),
  INVALID_IMAGE_SIZE(40009, "invalid image size"),
  INVALID_VOICE_SIZE(40010, "invalid voice size"),
  INVALID_VIDEO_SIZE(40011, "invalid video size"),
  INVALID_THUMB_SIZE(40012, "invalid thumb size"),
  INVALID_APPID(40013, "invalid appid"),
  INVALID_ACCESS_TOKEN(40014, "invalid access_token"),
  INVALID_CHARSET(
      40033, "invalid charset. please check your request, if include \\uxxxx will create fail!"),
  INVALID_ARGS_SIZE(40035, "invalid args size"),
  INVALID_URL(40066, "invalid url"),
  INVALID_ARGS(40097, "invalid args"),
  UNSUPPORTED_FILE_TYPE(40113, "unsupported file type"),
  INVALID_APPSECRET(40125, "invalid appsecret"),
  /** Of the addresses that RFC 5737 keeps for examples. */
  IP_NOT_IN_WHITELIST(40164, "invalid ip 192.0.2.1 ipv6 ::ffff:192.0.2.1, not in whitelist"),
  INVALID_CHECK_ACTION(40202, "invalid check action"),
  INVALID_CHECK_OPERATOR(40203, "invalid check operator"),
  ACCESS_TOKEN_MISSING(41001, "access_token missing"),
  APPID_MISSING(41002, "appid missing"),
  APPSECRET_MISSING(41004, "appsecret missing"),
  MEDIA_DATA_MISSING(41005, "media data missing"),
  MEDIA_ID_MISSING(41006, "media_id missing"),
  ACCESS_TOKEN_EXPIRED(42001, "access_token expired"),
  REQUIRE_GET(43001, "require GET method"),
  REQUIRE_POST(43002, "require POST method"),
  EMPTY_MEDIA_DATA(44001, "empty media data"),
  EMPTY_POST_DATA(44002, "empty post data"),
  EMPTY_NEWS_DATA(44003, "empty news data"),
  EMPTY_CONTENT(44004, "empty content"),
  MEDIA_SIZE_OUT_OF_LIMIT(45001, "media size out of limit"),
  CONTENT_SIZE_OUT_OF_LIMIT(45002, "content size out of limit"),
  PLAYTIME_OUT_OF_LIMIT(45007, "playtime out of limit"),
  ARTICLE_SIZE_OUT_OF_LIMIT(45008, "article size out of limit"),
  DAILY_QUOTA(45009, "reach max api daily quota limit"),
  MINUTE_QUOTA(45011, "api minute-quota reach limit, must slower, retry next minute"),
  RESPONSE_TIME_OUT_OF_LIMIT(45015, "response out of time limit or subscription is canceled"),
  RESPONSE_COUNT_OUT_OF_LIMIT(45047, "out of response count limit"),
  INVALID_COMMAND(45072, "invalid command"),
  NOT_IN_TALK(
      45080,
      "need sending message to user, or recving message from user in the last 30 seconds before"
          + " typing"),
  TYPING_ALREADY(45081, "you are already typing"),
  DATA_FORMAT(47001, "data format error"),
  API_UNAUTHORIZED(48001, "api unauthorized"),
  CLEAR_QUOTA_LIMIT(48006, "forbid to clear quota because of reaching the limit"),
  INVALID_KF_ACCOUNT(61452, "invalid kf_account");

  private final int code;
  private final String message;

  ErrCode(int code, String message) {
    this.code = code;
    this.message = message;
  }

  static Optional<ErrCode> of(int code) {
    return Arrays.stream(values()).filter(known -> known.code == code).findFirst();
  }

  int code() {
    return code;
  }

  String message() {
    return message;
  }
}
