package io.github.wechatgateway.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.wechatgateway.junit.GatewayExtension;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
  private static final String TOKEN = "GET /api/{account}/token";
  private static final String TICKET = "GET /api/{account}/jsapi-ticket";
  private static final String INVALIDATE = "POST /api/{account}/token/invalidate";
  private static final String OPENAPI = "GET /api/openapi.json";

  /** WeChat's answer, and the status that becomes of it. */
  private static final Map<Integer, Integer> REFUSALS =
      Map.of(48001, 422, 45011, 429, -1, 502, 40164, 503);

  @RegisterExtension static final GatewayExtension GATEWAY = gateway();

  @RegisterExtension
  static final GatewayExtension OFF =
      new GatewayExtension().setting("wechat.gateway-api.keys.demo", "");

  private static final List<Answered> ANSWERS = new ArrayList<>();

  /** An answer that there was. */
  record Answered(String operation, HttpResponse<byte[]> answer) {
    String status() {
      return operation + " " + answer.statusCode();
    }

    @Override
    public String toString() {
      return status();
    }
  }

  /**
   * An account for each refusal: what WeChat refuses one for, it is not asked again for a while.
   */
  private static GatewayExtension gateway() {
    GatewayExtension gateway =
        new GatewayExtension()
            .setting("wechat.api.retries", "0")
            .setting("wechat.gateway-api.max-body", "1024")
            .setting("camel.component.quartz.autoStartScheduler", "false"); // it would take faults
    for (String operation : List.of("token", "ticket", "invalidate")) {
      for (int errcode : REFUSALS.keySet()) {
        String account = "wechat.accounts." + account(operation, errcode);
        gateway
            .setting(account + ".app-id", "wx" + operation + errcode)
            .setting(account + ".app-secret", "secret")
            .setting(account + ".token", "token");
      }
    }
    return gateway;
  }

  private static String account(String operation, int errcode) {
    return operation + Math.abs(errcode);
  }

  @BeforeAll
  static void ask() throws Exception {
    ask(OPENAPI, "", 200);
    ANSWERS.add(new Answered(OPENAPI, new ApiClient(OFF.uri(), "").get("/api/openapi.json")));
    for (String operation : List.of(TOKEN, TICKET, INVALIDATE)) {
      ask(operation, "{\"access_token\":\"old\"}", 200);
      ask(operation.replace("{account}", "nobody"), "{}", 404);
    }
    ask(INVALIDATE, "{}", 400);
    ask(INVALIDATE, " ".repeat(1025), 413);
    refuse("token", TOKEN, "/cgi-bin/stable_token");
    refuse("invalidate", INVALIDATE, "/cgi-bin/stable_token");
    refuse("ticket", TICKET, "/cgi-bin/ticket/getticket");
    for (String operation : DOCUMENT.operations()) {
      if (!operation.equals(OPENAPI)) {
        add(operation, send(operation, "", ""));
      }
    }
    failAll();
    for (String operation : DOCUMENT.operations()) {
      add(operation, send(operation, ApiClient.DEMO, "{}"));
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
        ANSWERS.stream().map(Answered::status).collect(toCollection(TreeSet::new));

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
                    .map(method -> method + " " + endpoint.getPath()));
  }

  private static void refuse(String name, String operation, String path) {
    REFUSALS.forEach(
        (errcode, status) -> {
          GATEWAY.fault(Map.of("path", path, "errcode", errcode));
          String account = operation.replace("{account}", account(name, errcode));
          ask(account, "{\"access_token\":\"old\"}", status);
        });
  }

  /** Asks with a key, for an account or for that of the sandbox, and expects a status. */
  private static void ask(String request, String body, int status) {
    HttpResponse<byte[]> answer = send(request, ApiClient.DEMO, body);
    assertThat(answer.statusCode()).as(request).isEqualTo(status);
    add(request.replaceFirst("/api/[a-z0-9]+/", "/api/{account}/"), answer);
  }

  private static HttpResponse<byte[]> send(String request, String authorization, String body) {
    String[] words = request.replace("{account}", "demo").split(" ");
    ApiClient client = new ApiClient(GATEWAY.uri(), authorization);
    return words[0].equals("GET")
        ? client.get(words[1])
        : client.post(words[1], body.getBytes(UTF_8));
  }

  private static void add(String operation, HttpResponse<byte[]> answer) {
    ANSWERS.add(new Answered(operation, answer));
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
