package io.github.wechatgateway.e2e;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/**
 * The management port of a gateway.
 *
 * @param port that it was given
 */
record Management(int port) {

  boolean isReady() {
    return ready().statusCode() == 200;
  }

  HttpResponse<String> ready() {
    return WeChatClient.send(
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/observe/health/ready")));
  }
}
