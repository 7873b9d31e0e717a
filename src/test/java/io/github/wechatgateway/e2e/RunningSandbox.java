package io.github.wechatgateway.e2e;

import io.github.wechatgateway.junit.GatewayExtension;
import java.net.URI;
import java.net.http.HttpRequest;

/** A gateway in the sandbox profile as it ships, which tests share. */
public final class RunningSandbox {
  private static final GatewayExtension SHARED = started();

  private RunningSandbox() {}

  /** Where it listens. */
  public static URI uri() {
    return SHARED.uri();
  }

  /** All that are waiting for a call. */
  public static void endFaults() {
    WeChatClient.send(HttpRequest.newBuilder(uri().resolve("/sandbox/faults")).DELETE());
  }

  private static GatewayExtension started() {
    try {
      return new GatewayExtension().start();
    } catch (Exception failed) {
      throw new IllegalStateException(failed);
    }
  }
}
