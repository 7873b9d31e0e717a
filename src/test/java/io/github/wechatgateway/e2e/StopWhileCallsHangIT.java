package io.github.wechatgateway.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** SIGTERM while WeChat answers nothing. */
class StopWhileCallsHangIT {
  private static final int CALLS = 40;
  private static final Duration TO_END = Duration.ofSeconds(12);
  private static final String KEY = "a-key-of-sixteen-signs";
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  @Test
  void calls_in_progress_do_not_keep_it(@TempDir Path empty) throws Exception {
    Path folder = WorkingFolder.in(empty).path();
    try (ServerSocket silent = new ServerSocket(0, 500, InetAddress.getLoopbackAddress());
        GatewayProcess gateway = GatewayProcess.start(folder, "prod", settings(silent))) {
      List<CompletableFuture<HttpResponse<String>>> calls =
          IntStream.range(0, CALLS + 1).mapToObj(i -> send(gateway)).toList();
      // The one for which there is no room: the others are in progress.
      await().until(() -> calls.stream().filter(CompletableFuture::isDone).count() == 1);

      gateway.terminate();

      assertThat(gateway.end(TO_END)).isEqualTo(143);
      assertThat(gateway.log()).doesNotContain(Xml.USER);
    }
  }

  private static Map<String, String> settings(ServerSocket wechat) {
    return Map.of(
        "WECHAT_API_URL",
        "http://127.0.0.1:" + wechat.getLocalPort(),
        "WECHAT_API_MAX_CALLS",
        Integer.toString(CALLS),
        "WECHAT_GATEWAY_API_KEYS_TEST",
        KEY,
        "WECHAT_ACCOUNTS_DEMO_APP_ID",
        "wxdemo0000000000",
        "WECHAT_ACCOUNTS_DEMO_APP_SECRET",
        "demosecret00000000000000000000000",
        "WECHAT_ACCOUNTS_DEMO_TOKEN",
        "demotoken");
  }

  private static CompletableFuture<HttpResponse<String>> send(GatewayProcess gateway) {
    String path = "/api/demo/wechat/cgi-bin/user/info?openid=" + Xml.USER;
    HttpRequest request =
        HttpRequest.newBuilder(gateway.demo().resolve(path))
            .header("Authorization", "Bearer " + KEY)
            .build();
    return HTTP.sendAsync(request, BodyHandlers.ofString());
  }
}
