package io.github.wechatgateway.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ConnectException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who gets the stand-in for WeChat, and who does not. */
class SandboxIT {
  private static final String[] PATHS = {
    "/sandbox",
    "/sandbox/",
    "/sandbox/page/app.js",
    "/sandbox/events",
    "/sandbox/deliver",
    "/sandbox/sent",
    "/sandbox/faults",
    "/sandbox/clock",
    "/sandbox/media/1",
    "/sandbox/wechat/cgi-bin/token",
    "/sandbox/wechat/cgi-bin/message/custom/send"
  };

  /** This machine as well, on Linux: what listens on 127.0.0.1 alone is not there. */
  private static final String ANOTHER_ADDRESS = "127.0.0.2";

  private WorkingFolder folder;

  @BeforeEach
  void copy_config_and_routes(@TempDir Path empty) throws IOException {
    folder = WorkingFolder.in(empty);
  }

  @Test
  void in_another_profile_none_of_its_paths_is_there() {
    Map<String, String> account =
        Map.of(
            "WECHAT_ACCOUNTS_SHOP_APP_ID", "wx5823bf96d3bd56c7",
            "WECHAT_ACCOUNTS_SHOP_APP_SECRET", "0123456789abcdef",
            "WECHAT_ACCOUNTS_SHOP_TOKEN", "sometoken");
    try (GatewayProcess gateway = GatewayProcess.start(folder.path(), "prod", account)) {
      for (String path : PATHS) {
        assertThat(post(gateway, path, "{}").statusCode()).as(path).isEqualTo(404);
        assertThat(get(gateway, path).statusCode()).as(path).isEqualTo(404);
      }
      assertThat(get(gateway, "/wechat/shop").statusCode()).isEqualTo(403);
    }
  }

  @Test
  void it_listens_on_the_loopback_address_alone() {
    try (GatewayProcess gateway = GatewayProcess.start(folder.path(), Map.of())) {
      assertThat(get(gateway, "/sandbox/sent").statusCode()).isEqualTo(200);
      assertThatThrownBy(() -> connect(gateway)).isInstanceOf(ConnectException.class);
    }
  }

  @Test
  void it_listens_elsewhere_if_it_is_told_to() throws IOException {
    Map<String, String> everywhere = Map.of("WECHAT_LISTEN_HOST", "0.0.0.0");
    try (GatewayProcess gateway = GatewayProcess.start(folder.path(), everywhere)) {
      connect(gateway);
      assertThat(post(gateway, "/sandbox/deliver", "{\"message\":{\"MsgType\":\"link\"}}").body())
          .contains("\"seen\" : \"reply\"");
    }
  }

  @Test
  void no_bad_input_ends_the_process() {
    try (GatewayProcess gateway = GatewayProcess.start(folder.path(), Map.of())) {
      for (String bad :
          new String[] {"", "{", "[]", "null", "{\"message\":7}", "{\"user\":\"oNobody\"}", "\0"}) {
        for (String path : new String[] {"deliver", "faults", "clock"}) {
          HttpResponse<String> answer = post(gateway, "/sandbox/" + path, bad);

          assertThat(answer.statusCode()).as(path + " " + bad).isEqualTo(400);
          assertThat(answer.body()).contains("(expected: ");
        }
        assertThat(post(gateway, "/sandbox/wechat/cgi-bin/stable_token", bad).body())
            .contains("errcode");
      }

      assertThat(gateway.isAlive()).isTrue();
      assertThat(get(gateway, "/sandbox/sent").statusCode()).isEqualTo(200);
      assertThat(gateway.log()).doesNotContain("ERROR");
    }
  }

  private static void connect(GatewayProcess gateway) throws IOException {
    new Socket(ANOTHER_ADDRESS, gateway.port()).close();
  }

  private static HttpResponse<String> get(GatewayProcess gateway, String path) {
    return WeChatClient.send(HttpRequest.newBuilder(at(gateway, path)));
  }

  private static HttpResponse<String> post(GatewayProcess gateway, String path, String body) {
    return WeChatClient.send(
        HttpRequest.newBuilder(at(gateway, path)).POST(BodyPublishers.ofString(body)));
  }

  private static URI at(GatewayProcess gateway, String path) {
    return gateway.demo().resolve(path);
  }
}
