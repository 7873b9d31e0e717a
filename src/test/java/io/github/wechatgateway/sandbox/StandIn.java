package io.github.wechatgateway.sandbox;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.wechatgateway.junit.GatewayExtension;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

/** What is below {@code /sandbox}, over HTTP; texts are bytes, a character each. */
record StandIn(GatewayExtension gateway) {
  static final String APP_ID = "wxdemo0000000000";
  static final String SECRET = "demosecret00000000000000000000000";
  static final HttpClient HTTP = HttpClient.newHttpClient();

  HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return send(request(path));
  }

  HttpResponse<String> post(String path, String body) throws IOException, InterruptedException {
    return send(posting(path, body));
  }

  void endFaults() throws IOException, InterruptedException {
    send(request("/sandbox/faults").DELETE());
  }

  /** The stable one. */
  String token() throws IOException, InterruptedException {
    String credentials =
        """
        {"grant_type":"client_credential","appid":"%s","secret":"%s"}"""
            .formatted(APP_ID, SECRET);
    return json(post("/sandbox/wechat/cgi-bin/stable_token", credentials))
        .path("access_token")
        .asText();
  }

  HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(gateway.uri().resolve(path));
  }

  HttpRequest.Builder posting(String path, String body) {
    return request(path).POST(BodyPublishers.ofString(body, ISO_8859_1));
  }

  static HttpResponse<String> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    return HTTP.send(request.build(), BodyHandlers.ofString(ISO_8859_1));
  }

  static JsonNode json(HttpResponse<String> answer) throws IOException {
    return new ObjectMapper().readTree(answer.body());
  }
}
