package io.github.wechatgateway.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

/** A program of the organisation: it calls the gateway API with a key. */
record ApiClient(URI gateway, String authorization) {
  /** The sandbox's own. */
  static final String DEMO = "Bearer demo-key-of-the-sandbox";

  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final ObjectMapper JSON = new ObjectMapper();

  HttpResponse<byte[]> get(String path) {
    return send("GET", path, "", new byte[0]);
  }

  HttpResponse<byte[]> post(String path, byte[] json) {
    return send("POST", path, "application/json", json);
  }

  /** With an Idempotency-Key. */
  HttpResponse<byte[]> postOnce(String key, String path, byte[] json) {
    return send(request("POST", path, json).header("Idempotency-Key", key), "application/json");
  }

  /** Sends a request; without a content type where that is empty. */
  HttpResponse<byte[]> send(String method, String path, String contentType, byte[] body) {
    return send(request(method, path, body), contentType);
  }

  private HttpRequest.Builder request(String method, String path, byte[] body) {
    return HttpRequest.newBuilder(URI.create(gateway + path))
        .method(
            method, body.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
  }

  private HttpResponse<byte[]> send(HttpRequest.Builder request, String contentType) {
    if (!authorization.isEmpty()) {
      request.header("Authorization", authorization);
    }
    if (!contentType.isEmpty()) {
      request.header("Content-Type", contentType);
    }
    try {
      return HTTP.send(request.build(), BodyHandlers.ofByteArray());
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(ended);
    }
  }

  static JsonNode json(HttpResponse<byte[]> answer) {
    try {
      return JSON.readTree(answer.body());
    } catch (IOException noJson) {
      throw new UncheckedIOException(noJson);
    }
  }
}
