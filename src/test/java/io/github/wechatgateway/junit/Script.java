package io.github.wechatgateway.junit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

/** What the stand-in does for scripts, over HTTP. */
record Script(URI gateway) {
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final ObjectMapper JSON = new ObjectMapper();

  JsonNode post(String path, Object json) {
    return send(HttpRequest.newBuilder(gateway.resolve(path)).POST(body(json)));
  }

  JsonNode get(String path) {
    return send(HttpRequest.newBuilder(gateway.resolve(path)));
  }

  private static HttpRequest.BodyPublisher body(Object json) {
    try {
      return BodyPublishers.ofByteArray(JSON.writeValueAsBytes(json));
    } catch (IOException unwritable) {
      throw new IllegalArgumentException(unwritable);
    }
  }

  private static JsonNode send(HttpRequest.Builder request) {
    try {
      HttpResponse<byte[]> answer = HTTP.send(request.build(), BodyHandlers.ofByteArray());
      JsonNode json = JSON.readTree(answer.body());
      if (answer.statusCode() != 200) {
        throw new IllegalArgumentException(json.path("detail").asText());
      }
      return json;
    } catch (IOException failed) {
      throw new IllegalStateException(failed);
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(ended);
    }
  }
}
