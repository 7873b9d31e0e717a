package io.github.wechatgateway.e2e;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;

/** One request of a {@link Delivery}, as long as its connection is open. */
final class Try {
  private static final int PATIENCE_MILLIS = 5_000;

  private final Socket socket;

  private Try(Socket socket) {
    this.socket = socket;
  }

  static Try send(URI url, String xml) {
    byte[] body = xml.getBytes(UTF_8);
    String head =
        "POST %s?%s HTTP/1.1\r\nHost: gateway\r\nContent-Length: %d\r\nConnection: close\r\n\r\n"
            .formatted(url.getPath(), url.getRawQuery(), body.length);
    try {
      Socket socket = new Socket(url.getHost(), url.getPort());
      socket.setSoTimeout(PATIENCE_MILLIS); // an answer comes in one piece, or not at all
      socket.getOutputStream().write(head.getBytes(US_ASCII));
      socket.getOutputStream().write(body);
      return new Try(socket);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** The body of an answer with status 200, or that there was none within five seconds. */
  String answer() {
    try {
      String answer = new String(socket.getInputStream().readAllBytes(), UTF_8);
      return answer.startsWith("HTTP/1.1 200 ")
          ? answer.substring(answer.indexOf("\r\n\r\n") + 4)
          : Delivery.NO_ANSWER;
    } catch (SocketTimeoutException hungUp) {
      return Delivery.NO_ANSWER;
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** Breaks the connection as soon as something of the answer has come. */
  void breakOffWithinAnswer() {
    try {
      socket.getInputStream().read();
      socket.setSoLinger(true, 0); // a reset, not a farewell
      socket.close();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  void hangUp() {
    try {
      socket.close();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
