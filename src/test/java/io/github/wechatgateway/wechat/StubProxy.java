package io.github.wechatgateway.wechat;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A proxy on this machine that wants to know who asks, and keeps what it can read. */
final class StubProxy implements AutoCloseable {
  private static final String WHO_ARE_YOU =
      """
      HTTP/1.1 407 Proxy Authentication Required\r
      Proxy-Authenticate: Basic realm="x"\r
      Content-Length: 0\r
      Connection: close\r
      \r
      """;

  private final ServerSocket server;
  private final String answer;
  private final List<String> heads = new CopyOnWriteArrayList<>();

  /**
   * Starts one.
   *
   * @param answer its own to whoever has said who he is; empty = it connects him as he asks
   */
  StubProxy(String answer) {
    this.answer = answer;
    try {
      server = new ServerSocket(0, 500, InetAddress.getLoopbackAddress());
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
    inBackground(this::accept);
  }

  URI uri() {
    return URI.create("http://127.0.0.1:" + server.getLocalPort());
  }

  /** The first lines and headers of all that came. */
  List<String> heads() {
    return heads;
  }

  private void accept() throws IOException {
    while (true) {
      Socket socket = server.accept();
      inBackground(() -> serve(socket));
    }
  }

  private void serve(Socket socket) throws IOException {
    try (socket;
        OutputStream out = socket.getOutputStream()) {
      InputStream in = new BufferedInputStream(socket.getInputStream());
      String head = head(in);
      heads.add(head);
      if (!head.contains("\nProxy-Authorization: ")) {
        out.write(WHO_ARE_YOU.getBytes(UTF_8));
      } else if (answer.isEmpty()) {
        connect(Integer.parseInt(head.split("[: ]")[2]), in, out);
      } else {
        out.write(answer.getBytes(UTF_8));
      }
    }
  }

  private static void connect(int port, InputStream in, OutputStream out) throws IOException {
    try (Socket target = new Socket(InetAddress.getLoopbackAddress(), port)) {
      out.write("HTTP/1.1 200 Connection established\r\n\r\n".getBytes(UTF_8));
      inBackground(() -> in.transferTo(target.getOutputStream()));
      target.getInputStream().transferTo(out);
    }
  }

  private static String head(InputStream in) throws IOException {
    StringBuilder head = new StringBuilder();
    while (head.indexOf("\r\n\r\n") < 0) {
      int c = in.read();
      if (c < 0) {
        throw new EOFException();
      }
      head.append((char) c);
    }
    return head.toString();
  }

  private interface Work {
    void run() throws IOException;
  }

  private static void inBackground(Work work) {
    Thread thread =
        new Thread(
            () -> {
              try {
                work.run();
              } catch (IOException theOtherSideClosed) {
                // as it does in the end
              }
            });
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
