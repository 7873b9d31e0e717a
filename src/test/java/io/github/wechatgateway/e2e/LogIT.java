package io.github.wechatgateway.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.wechatgateway.Canaries;
import io.github.wechatgateway.GatewayForTests;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The log of the jar, as config/log4j2.properties shapes it, but with all that there is to tell.
 */
class LogIT {
  private static final String SENT =
      "{\"touser\":\"oSandboxUser1\",\"msgtype\":\"text\",\"text\":{\"content\":\"%s\"}}"
          .formatted(Canaries.SENT);

  @Test
  void at_trace_too_it_holds_nothing_secret_and_nothing_that_a_user_wrote(@TempDir Path empty)
      throws Exception {
    WorkingFolder folder = WorkingFolder.in(empty);
    folder.replace("config/log4j2.properties", "rootLogger.level=info", "rootLogger.level=trace");
    int management = GatewayForTests.freePort();
    try (GatewayProcess gateway =
        GatewayProcess.start(
            folder.path(),
            Map.of("WECHAT_MANAGEMENT_LISTEN", "" + management, "WECHAT_TOKEN_INTERVAL", "1"))) {
      post(
          gateway,
          "/sandbox/deliver",
          "{\"message\":{\"MsgType\":\"text\",\"Content\":\"canaryContent\"}}");
      post(
          gateway,
          "/sandbox/faults",
          "{\"path\":\"/cgi-bin/message/custom/send\",\"errcode\":45015}");
      String token =
          post(
                  gateway,
                  "/sandbox/wechat/cgi-bin/stable_token",
                  """
          {"grant_type":"client_credential","appid":"wxdemo0000000000","secret":"demosecret00000000000000000000000"}
          """)
              .replaceAll(".*\"access_token\":\"([^\"]+).*", "$1");
      String send = "/sandbox/wechat/cgi-bin/message/custom/send?access_token=" + token;
      post(gateway, send, SENT);
      assertThat(post(gateway, send, SENT)).contains("\"errcode\":0");
      await()
          .atMost(Duration.ofSeconds(20))
          .until(() -> metrics(management).contains("end=\"ok\""));

      assertThat(gateway.log().lines())
          .anyMatch(line -> line.contains(" TRACE "))
          .noneMatch(Canaries.in(List.of("canaryContent", token)));
    }
  }

  @Test
  void in_production_each_line_is_json_with_the_same_keys(@TempDir Path empty) throws Exception {
    WorkingFolder folder = WorkingFolder.in(empty);
    Map<String, String> settings =
        Map.of(
            "WECHAT_LOG_FORMAT", "json",
            "WECHAT_ACCOUNTS_SHOP_APP_ID", "wxdemo0000000001",
            "WECHAT_ACCOUNTS_SHOP_APP_SECRET", Canaries.APP_SECRET,
            "WECHAT_ACCOUNTS_SHOP_TOKEN", "shoptoken");
    try (GatewayProcess gateway = GatewayProcess.start(folder.path(), "prod", settings)) {
      assertThat(gateway.log().lines().map(LogIT::json))
          .isNotEmpty()
          .allSatisfy(
              event ->
                  assertThat(event.fieldNames())
                      .toIterable()
                      .containsExactly("time", "level", "thread", "logger", "message", "error"))
          .anySatisfy(event -> assertThat(event.path("message").asText()).contains("明文模式"));
    }
  }

  private static JsonNode json(String line) {
    try {
      return new ObjectMapper().readTree(line);
    } catch (JsonProcessingException noJson) {
      throw new AssertionError(line, noJson);
    }
  }

  private static String post(GatewayProcess gateway, String path, String body) {
    return WeChatClient.send(
            HttpRequest.newBuilder(gateway.demo().resolve(path))
                .POST(BodyPublishers.ofString(body)))
        .body();
  }

  private static String metrics(int management) {
    URI metrics = URI.create("http://127.0.0.1:" + management + "/observe/metrics");
    return WeChatClient.send(HttpRequest.newBuilder(metrics)).body();
  }
}
