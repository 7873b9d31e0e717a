package io.github.wechatgateway.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.wechatgateway.junit.GatewayExtension;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RelayTest {
  private static final String RELAY = "/api/demo/wechat";
  private static final String IPS = "/cgi-bin/getcallbackip";

  @RegisterExtension static final GatewayExtension GATEWAY = new GatewayExtension();

  @ParameterizedTest
  @ValueSource(strings = {"", "?access_token=mine", "?access%5Ftoken=mine&ACCESS_TOKEN=mine"})
  void a_call_is_made_with_the_token_of_the_account(String query) {
    assertThat(ApiClient.json(client().get(RELAY + IPS + query)).has("ip_list")).isTrue();
  }

  @Test
  void an_errcode_comes_back_as_wechat_gave_it() {
    HttpResponse<byte[]> answer =
        client().post(RELAY + "/cgi-bin/clear_quota", "{\"appid\":\"wx0\"}".getBytes(UTF_8));

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(ApiClient.json(answer).path("errcode").asInt()).isEqualTo(40013);
    assertThat(ApiClient.json(answer).path("errmsg").asText()).contains("rid: ");
  }

  @Test
  void a_token_that_wechat_refuses_is_replaced_once() {
    GATEWAY.fault(Map.of("path", IPS, "errcode", 40001));
    assertThat(ips().has("ip_list")).isTrue();

    GATEWAY.fault(Map.of("path", IPS, "errcode", 40001, "times", 2));
    assertThat(ips().path("errcode").asInt()).isEqualTo(40001);
    assertThat(ips().has("ip_list")).isTrue();
  }

  @Test
  void nothing_else_is_repeated() {
    GATEWAY.fault(Map.of("path", IPS, "errcode", -1));
    assertThat(ips().path("errcode").asInt()).isEqualTo(-1);

    GATEWAY.fault(Map.of("path", IPS, "status", 502));
    assertThat(client().get(RELAY + IPS).statusCode()).isEqualTo(502);
    assertThat(ips().has("ip_list")).isTrue();
  }

  @Test
  void files_go_both_ways() {
    byte[] form = ApiOperations.form("a.png", ApiOperations.PNG);
    String upload = RELAY + "/cgi-bin/media/upload?type=image";
    JsonNode media = ApiClient.json(client().send("POST", upload, ApiOperations.FORM, form));
    String mediaId = media.path("media_id").asText();

    HttpResponse<byte[]> file = client().get(RELAY + "/cgi-bin/media/get?media_id=" + mediaId);

    assertThat(file.body()).isEqualTo(ApiOperations.PNG);
    assertThat(file.headers().firstValue("Content-Type")).contains("image/png");
    assertThat(file.headers().firstValue("Content-Disposition").orElse("")).contains(".png");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "/", "/cgi-bin/..%2fcgi-bin/token", "/cgi-bin/token%3f"})
  void what_is_no_path_of_wechats_is_a_bad_request(String path) {
    assertThat(client().get(RELAY + path).statusCode()).isEqualTo(400);
  }

  @Test
  void other_methods_are_not_allowed() {
    assertThat(client().send("DELETE", RELAY + IPS, "", new byte[0]).statusCode()).isEqualTo(405);
  }

  private static JsonNode ips() {
    return ApiClient.json(client().get(RELAY + IPS));
  }

  private static ApiClient client() {
    return new ApiClient(GATEWAY.uri(), ApiClient.DEMO);
  }
}
