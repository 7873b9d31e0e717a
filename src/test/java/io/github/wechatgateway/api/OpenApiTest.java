package io.github.wechatgateway.api;

import static io.github.wechatgateway.api.ApiOperations.DEAD;
import static io.github.wechatgateway.api.ApiOperations.DELETE;
import static io.github.wechatgateway.api.ApiOperations.DOWNLOAD;
import static io.github.wechatgateway.api.ApiOperations.INVALIDATE;
import static io.github.wechatgateway.api.ApiOperations.OPENAPI;
import static io.github.wechatgateway.api.ApiOperations.RECORDS;
import static io.github.wechatgateway.api.ApiOperations.RELAY;
import static io.github.wechatgateway.api.ApiOperations.RELAY_POST;
import static io.github.wechatgateway.api.ApiOperations.RETRY;
import static io.github.wechatgateway.api.ApiOperations.SEND;
import static io.github.wechatgateway.api.ApiOperations.TICKET;
import static io.github.wechatgateway.api.ApiOperations.TOKEN;
import static io.github.wechatgateway.api.ApiOperations.UPLOAD;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.wechatgateway.junit.GatewayExtension;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.camel.builder.AdviceWith;
import org.apache.camel.component.platform.http.PlatformHttpEndpoint;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever the document says of the API is so: each status of each path is provoked. */
class OpenApiTest {
  private static final OpenApiDocument DOCUMENT = OpenApiDocument.read();
  private static final int LIMIT = 1024;

  /** What WeChat answers, and the status that becomes of it. */
  private static final Map<Integer, Integer> REFUSALS =
      Map.of(48001, 422, 45011, 429, -1, 502, 40164, 503);

  /** The call to WeChat that is refused; what is relayed has its errcodes as they are. */
  private static final Map<String, String> CALLS =
      Map.of(
          TOKEN, "/cgi-bin/stable_token",
          INVALIDATE, "/cgi-bin/stable_token",
          TICKET, "/cgi-bin/ticket/getticket",
          UPLOAD, "/cgi-bin/media/upload",
          DOWNLOAD, "/cgi-bin/media/get",
          RELAY, "/cgi-bin/stable_token",
          RELAY_POST, "/cgi-bin/stable_token");

  /** What does not wait for WeChat, but for the disk. */
  private static final List<String> STORED = List.of(SEND, DEAD, RETRY, DELETE);

  @RegisterExtension static final GatewayExtension GATEWAY = gateway();

  @RegisterExtension
  static final GatewayExtension WITHOUT_BROKER =
      new GatewayExtension().setting("wechat.queue.url", "tcp://127.0.0.1:1");

  @RegisterExtension
  static final GatewayExtension OFF =
      new GatewayExtension().setting("wechat.gateway-api.keys.demo", "");

  private static final List<Answered> ANSWERS = new ArrayList<>();

  /** An answer that there was. */
  record Answered(String operation, HttpResponse<byte[]> answer) {
    @Override
    public String toString() {
      return operation + " " + answer.statusCode();
    }
  }

  /**
   * With an account for each refusal: what WeChat refuses one for, it is not asked again for a
   * while.
   */
  private static GatewayExtension gateway() {
    GatewayExtension gateway =
        new GatewayExtension()
            .setting("wechat.api.retries", "0")
            .setting("wechat.gateway-api.max-body", Integer.toString(LIMIT))
            .setting("wechat.gateway-api.max-relayed", Integer.toString(LIMIT))
            .setting("wechat.media.image.max-bytes", Integer.toString(LIMIT))
            .setting("camel.component.quartz.autoStartScheduler", "false"); // it would take faults
    for (String operation : CALLS.keySet()) {
      for (int errcode : REFUSALS.keySet()) {
        String account = account(operation, errcode);
        gateway
            .setting("wechat.accounts." + account + ".app-id", "wx" + account)
            .setting("wechat.accounts." + account + ".app-secret", "secret")
            .setting("wechat.accounts." + account + ".token", "token");
      }
    }
    return gateway;
  }

  private static String account(String operation, int errcode) {
    String id = DOCUMENT.operation(operation).path("operationId").asText();
    return id.toLowerCase(Locale.ROOT) + Math.abs(errcode);
  }

  @BeforeAll
  static void provokeAll() throws Exception {
    Map<String, String> text = Map.of("MsgType", "text", "Content", "hello");
    GATEWAY.deliverAs(Map.of("account", "demo", "message", text)); // may be sent messages then
    String mediaId = upload();
    ask(OPENAPI, "/api/openapi.json", 200);
    ANSWERS.add(new Answered(OPENAPI, new ApiClient(OFF.uri(), "").get("/api/openapi.json")));
    for (String operation : CALLS.keySet()) {
      ask(operation, path(operation, "demo", mediaId), operation.equals(UPLOAD) ? 201 : 200);
      ask(operation, path(operation, "nobody", mediaId), 404);
      refuseAll(operation, Objects.requireNonNull(CALLS.get(operation)));
      provoke(operation, "", path(operation, "demo", mediaId), ApiOperations.body(operation));
    }
    ask(DOWNLOAD, path(DOWNLOAD, "demo", "never-was-one"), 404);
    ask(RECORDS, path(RECORDS, "demo", ""), 200);
    ask(RECORDS, path(RECORDS, "nobody", ""), 404);
    ask(RECORDS, "/api/demo/records?msgid=none", 404);
    provoke(RECORDS, "", path(RECORDS, "demo", ""), ApiOperations.body(RECORDS));
    provokeStored();
    provokeBadRequests();
    failAll();
    for (String operation : DOCUMENT.operations()) {
      ask(operation, path(operation, "demo", mediaId), 500);
    }
  }

  private static void provokeStored() {
    List<String> dead = deadLetters();
    ask(SEND, path(SEND, "demo", ""), 202);
    ask(DEAD, path(DEAD, "demo", ""), 200);
    ask(RETRY, path(RETRY, "demo", dead.get(0)), 204);
    ask(DELETE, path(DELETE, "demo", dead.get(1)), 204);
    ask(RETRY, path(RETRY, "demo", "none"), 404);
    ask(DELETE, path(DELETE, "demo", "none"), 404);
    ApiClient unlucky = new ApiClient(WITHOUT_BROKER.uri(), ApiClient.DEMO);
    for (String operation : STORED) {
      byte[] body = ApiOperations.body(operation);
      ask(operation, path(operation, "nobody", "none"), 404);
      provoke(operation, "", path(operation, "demo", "none"), body);
      ANSWERS.add(
          new Answered(
              operation,
              ApiOperations.send(unlucky, operation, path(operation, "demo", "none"), body)));
    }
  }

  /** The ids of two messages that WeChat has refused. */
  private static List<String> deadLetters() {
    GATEWAY.fault(Map.of("path", "/cgi-bin/message/custom/send", "errcode", 40003, "times", 2));
    ApiClient client = new ApiClient(GATEWAY.uri(), ApiClient.DEMO);
    for (int i = 0; i < 2; i++) {
      ApiOperations.send(client, SEND, path(SEND, "demo", ""), ApiOperations.body(SEND));
    }
    return await()
        .until(
            () -> ApiClient.json(client.get(path(DEAD, "demo", ""))).findValuesAsText("id"),
            ids -> ids.size() == 2);
  }

  private static String upload() {
    ApiClient client = new ApiClient(GATEWAY.uri(), ApiClient.DEMO);
    String path = path(UPLOAD, "demo", "");
    return ApiClient.json(ApiOperations.send(client, UPLOAD, path, ApiOperations.body(UPLOAD)))
        .path("media_id")
        .asText();
  }

  private static void provokeBadRequests() {
    byte[] tooLong = new byte[LIMIT + 1];
    for (String operation : List.of(INVALIDATE, SEND, RELAY_POST)) {
      ask(operation, path(operation, "demo", ""), tooLong, 413);
    }
    ask(UPLOAD, path(UPLOAD, "demo", ""), ApiOperations.form("a.png", tooLong), 413);
    ask(UPLOAD, path(UPLOAD, "demo", ""), ApiOperations.form("a.png", new byte[9]), 415);
    ask(UPLOAD, path(UPLOAD, "demo", ""), new byte[9], 400);
    ask(INVALIDATE, path(INVALIDATE, "demo", ""), "{}".getBytes(UTF_8), 400);
    ask(SEND, path(SEND, "demo", ""), "{}".getBytes(UTF_8), 400);
    ask(DEAD, path(DEAD, "demo", "") + "?limit=0", 400);
    ask(RECORDS, "/api/demo/records", 400);
    ask(DOWNLOAD, path(DOWNLOAD, "demo", "m?jssdk=yes"), 400);
    for (String operation : List.of(RELAY, RELAY_POST)) {
      ask(operation, "/api/demo/wechat/cgi-bin/%74oken", 400);
      ask(operation, "/api/demo/wechat/cgi-bin/token", 403);
    }
  }

  static List<Answered> answers() {
    return ANSWERS;
  }

  @ParameterizedTest
  @MethodSource("answers")
  void an_answer_is_as_the_document_says(Answered answered) {
    assertThat(DOCUMENT.problems(answered.operation(), answered.answer())).isEmpty();
  }

  @Test
  void every_status_that_the_document_names_was_provoked() {
    Set<String> provoked =
        ANSWERS.stream().map(Answered::toString).collect(toCollection(TreeSet::new));

    assertThat(provoked).isEqualTo(DOCUMENT.answers());
  }

  @Test
  void every_path_of_the_api_is_in_the_document() {
    assertThat(endpoints()).containsExactlyInAnyOrderElementsOf(DOCUMENT.operations());
  }

  @Test
  void the_document_that_is_given_is_this_one() {
    assertThat(ANSWERS.get(0).answer().body())
        .asString(UTF_8)
        .isEqualTo(DOCUMENT.root().toString());
  }

  private static Stream<String> endpoints() {
    return GATEWAY.context().getRoutes().stream()
        .map(route -> route.getEndpoint())
        .filter(PlatformHttpEndpoint.class::isInstance)
        .map(PlatformHttpEndpoint.class::cast)
        .filter(endpoint -> endpoint.getPath().startsWith("/api/"))
        .flatMap(
            endpoint ->
                Stream.of(endpoint.getHttpMethodRestrict().split(","))
                    .map(method -> method + " " + endpoint.getPath())
                    .map(it -> endpoint.isMatchOnUriPrefix() ? it + "/{path}" : it));
  }

  private static void refuseAll(String operation, String call) {
    REFUSALS.forEach(
        (errcode, status) -> {
          GATEWAY.fault(Map.of("path", call, "errcode", errcode));
          ask(operation, path(operation, account(operation, errcode), "MEDIA_ID"), status);
        });
  }

  private static String path(String operation, String account, String id) {
    return ApiOperations.path(operation, account, id);
  }

  /** Asks with a key, and expects a status. */
  private static void ask(String operation, String path, int status) {
    ask(operation, path, ApiOperations.body(operation), status);
  }

  private static void ask(String operation, String path, byte[] body, int status) {
    HttpResponse<byte[]> answer = provoke(operation, ApiClient.DEMO, path, body);
    assertThat(answer.statusCode())
        .as("%s %s: %s", operation, path, new String(answer.body(), UTF_8))
        .isEqualTo(status);
  }

  private static HttpResponse<byte[]> provoke(
      String operation, String authorization, String path, byte[] body) {
    ApiClient client = new ApiClient(GATEWAY.uri(), authorization);
    HttpResponse<byte[]> answer = ApiOperations.send(client, operation, path, body);
    ANSWERS.add(new Answered(operation, answer));
    return answer;
  }

  /** Breaks every route of the API. */
  private static void failAll() throws Exception {
    for (var route : List.copyOf(GATEWAY.context().getRoutes())) {
      if (route.getEndpoint() instanceof PlatformHttpEndpoint endpoint
          && endpoint.getPath().startsWith("/api/")) {
        AdviceWith.adviceWith(
            GATEWAY.context(),
            route.getRouteId(),
            advice -> advice.weaveAddFirst().throwException(new IllegalStateException("secret")));
      }
    }
  }
}
