package io.github.wechatgateway.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;

/** Requests that no HTTP client would send. */
final class RawHttp {
  private static final int PATIENCE_MILLIS = 4_000;

  private RawHttp() {}

  /** The beginning of the answer, {@code HTTP/1.1 200 }, to a post of which so much is sent. */
  static String post(URI url, String query, int contentLength, String body) {
    try (Socket socket = new Socket(url.getHost(), url.getPort())) {
      socket.setSoTimeout(PATIENCE_MILLIS);
      String head =
          "POST %s?%s HTTP/1.1\r\nHost: gateway\r\nContent-Length: %d\r\n\r\n"
              .formatted(url.getPath(), query, contentLength);
      socket.getOutputStream().write((head + body).getBytes(UTF_8));
      return new String(socket.getInputStream().readNBytes(13), UTF_8);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
