package io.github.wechatgateway.sandbox.api;

import io.github.wechatgateway.sandbox.state.Platform;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The API at api.weixin.qq.com, as far as the stand-in has it. Its calls may come from any thread,
 * wait for nothing and throw nothing.
 *
 * <p>The method is checked first, then the token, then what the call brings.
 */
public final class WeChatApi {
  private static final Logger LOG = LoggerFactory.getLogger(WeChatApi.class);

  private final Platform platform;
  private final Authorization authorization;
  private final Map<String, Endpoint> endpoints = new HashMap<>();

  /**
   * @param base where the stand-in itself is found: videos lie at {@code /sandbox/media/{media_id}}
   *     there
   */
  public WeChatApi(Platform platform, Supplier<URI> base) {
    this.platform = platform;
    this.authorization = new Authorization(platform.tokens());
    var tokens = new TokenOperations(platform);
    var media = new MediaOperations(platform.media(), new UploadCheck(platform.uploads()), base);
    var messages = new CustomMessages(platform);
    var others = new PlatformOperations(platform.quotaClearings());

    open("GET", "/cgi-bin/token", tokens::classic);
    open("POST", "/cgi-bin/stable_token", tokens::stable);
    add("GET", "/cgi-bin/ticket/getticket", tokens::ticket);
    add("POST", "/cgi-bin/media/upload", media::upload);
    add("GET", "/cgi-bin/media/get", media::get);
    add("GET", "/cgi-bin/media/get/jssdk", media::getRecording);
    add("POST", "/cgi-bin/message/custom/send", messages::send);
    add("POST", "/cgi-bin/message/custom/typing", messages::typing);
    add("GET", "/cgi-bin/getcallbackip", others::callbackIps);
    add("GET", "/cgi-bin/get_api_domain_ip", others::apiIps);
    add("POST", "/cgi-bin/clear_quota", others::clearQuota);
    add("POST", "/cgi-bin/callback/check", others::checkCallback);
  }

  /** The paths of all its calls. */
  public Set<String> paths() {
    return Set.copyOf(endpoints.keySet());
  }

  /** Answers a call, whatever it brings. */
  public ApiAnswer answer(ApiCall call) {
    try {
      Endpoint endpoint = endpoints.get(call.path());
      if (endpoint == null) {
        throw new Refusal(ErrCode.INVALID_URL);
      }
      return endpoint.answer(call);
    } catch (Refusal refusal) {
      return error(refusal.errCode().code(), refusal.errCode().message());
    } catch (RuntimeException e) {
      LOG.error("{}: the stand-in failed ({})", call.path(), e.getClass().getName());
      return error(ErrCode.SYSTEM_ERROR.code());
    }
  }

  /** An error that no call has brought about, in WeChat's words where the stand-in has them. */
  public ApiAnswer error(int code) {
    return error(code, ErrCode.of(code).map(ErrCode::message).orElse("switched on in the sandbox"));
  }

  private void open(String method, String path, OpenOperation operation) {
    endpoints.put(path, new Endpoint(method, operation));
  }

  private void add(String method, String path, Operation operation) {
    open(method, path, call -> operation.answer(call, authorization.account(call)));
  }

  private ApiAnswer error(int code, String message) {
    return ApiAnswer.json(
        Json.object().put("errcode", code).put("errmsg", message + " rid: " + rid()));
  }

  /** What Tencent asks for when a call is looked into: the time in seconds, and two more words. */
  private String rid() {
    var random = ThreadLocalRandom.current();
    return "%08x-%08x-%08x"
        .formatted(platform.clock().instant().getEpochSecond(), random.nextInt(), random.nextInt());
  }

  private record Endpoint(String method, OpenOperation operation) {
    ApiAnswer answer(ApiCall call) throws Refusal {
      if (!call.method().equals(method)) {
        throw new Refusal(method.equals("GET") ? ErrCode.REQUIRE_GET : ErrCode.REQUIRE_POST);
      }
      return operation.answer(call);
    }
  }
}
