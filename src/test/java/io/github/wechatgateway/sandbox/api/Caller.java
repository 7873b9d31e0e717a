package io.github.wechatgateway.sandbox.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.wechatgateway.sandbox.TestPlatform;
import io.github.wechatgateway.sandbox.state.MovableClock;
import io.github.wechatgateway.sandbox.state.OfficialAccount;
import io.github.wechatgateway.sandbox.state.Platform;
import io.github.wechatgateway.sandbox.state.PlatformLimits;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Calls the API as an account does. */
final class Caller {
  static final String RID = " rid: [0-9a-f]{8}-[0-9a-f]{8}-[0-9a-f]{8}";
  private static final ObjectMapper MAPPER = new ObjectMapper();

  final MovableClock clock = TestPlatform.clock();
  final Platform platform;
  final WeChatApi api;

  Caller() {
    this(PlatformLimits.wechats());
  }

  Caller(PlatformLimits limits) {
    platform = TestPlatform.at(clock, limits);
    api = new WeChatApi(platform, () -> URI.create("http://127.0.0.1:8081"));
  }

  String token(OfficialAccount account) {
    return platform.tokens().stable(account).value();
  }

  ApiAnswer get(String path, String... query) {
    return api.answer(new ApiCall("GET", path, map(query), "", new byte[0]));
  }

  ApiAnswer post(String path, String body, String... query) {
    return post(path, "application/json", body.getBytes(StandardCharsets.UTF_8), query);
  }

  ApiAnswer post(String path, String contentType, byte[] body, String... query) {
    return api.answer(new ApiCall("POST", path, map(query), contentType, body));
  }

  /** By SHOP, with its stable token. */
  ApiAnswer getAsShop(String path, String... query) {
    return get(path, with(query, "access_token", token(TestPlatform.SHOP)));
  }

  ApiAnswer postAsShop(String path, String body, String... query) {
    return post(path, body, with(query, "access_token", token(TestPlatform.SHOP)));
  }

  static JsonNode json(ApiAnswer answer) {
    assertThat(answer.status()).isEqualTo(200);
    try {
      return MAPPER.readTree(answer.body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static int errCode(ApiAnswer answer) {
    return json(answer).path("errcode").asInt(Integer.MIN_VALUE);
  }

  static void expectOk(ApiAnswer answer) {
    assertThat(new String(answer.body(), StandardCharsets.UTF_8))
        .isEqualTo("{\"errcode\":0,\"errmsg\":\"ok\"}");
  }

  private static String[] with(String[] query, String name, String value) {
    var all = new ArrayList<>(List.of(query));
    all.add(name);
    all.add(value);
    return all.toArray(String[]::new);
  }

  private static Map<String, String> map(String... query) {
    var map = new HashMap<String, String>();
    for (int i = 0; i < query.length; i += 2) {
      map.put(query[i], query[i + 1]);
    }
    return map;
  }
}
