package io.github.wechatgateway.wechat;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
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
import javax.net.ServerSocketFactory;

/** A server on this machine that answers with the very bytes that a test wants. */
public final class StubWeChat implements AutoCloseable {
  private final ServerSocket server;
  private final Answer answer;
  private final List<String> requests = new CopyOnWriteArrayList<>();
  private final List<String> heads = new CopyOnWriteArrayList<>();

  /** Writes the answer to a request, which is its first line and its body. */
  public interface Answer {
    void write(String request, OutputStream out) throws IOException, InterruptedException;
  }

  public StubWeChat(Answer answer) {
    this(ServerSocketFactory.getDefault(), answer);
  }

  /** On sockets of this kind, such as those of TLS. */
  public StubWeChat(ServerSocketFactory sockets, Answer answer) {
    this.answer = answer;
    try {
      server = sockets.createServerSocket(0, 500, InetAddress.getLoopbackAddress());
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
    inBackground(this::accept);
  }

  public URI uri() {
    return URI.create("http://127.0.0.1:" + server.getLocalPort());
  }

  /** Where one that speaks TLS is. */
  public URI https() {
    return URI.create("https://localhost:" + server.getLocalPort());
  }

  /** Those whose first line holds a text. */
  public List<String> requests(String path) {
    return requests.stream().filter(request -> request.contains(path)).toList();
  }

  /** The first line and the headers of the first request whose first line holds a text. */
  public String head(String path) {
    return heads.stream()
        .filter(head -> head.lines().findFirst().orElse("").contains(path))
        .findFirst()
        .orElseThrow();
  }

  public static void json(OutputStream out, String json) throws IOException {
    head(out, "200 OK", "Content-Length: " + json.getBytes(UTF_8).length);
    out.write(json.getBytes(UTF_8));
  }

  public static void head(OutputStream out, String status, String... headers) throws IOException {
    String lines = headers.length == 0 ? "" : String.join("\r\n", headers) + "\r\n";
    out.write(
        ("HTTP/1.1 " + status + "\r\nConnection: close\r\n" + lines + "\r\n").getBytes(UTF_8));
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        Socket socket = server.accept();
        inBackground(() -> serve(socket));
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void serve(Socket socket) {
    try (socket;
        OutputStream out = socket.getOutputStream()) {
      InputStream in = new BufferedInputStream(socket.getInputStream());
      String first = line(in);
      StringBuilder head = new StringBuilder(first).append('\n');
      int length = 0;
      for (String header = line(in); !header.isEmpty(); header = line(in)) {
        head.append(header).append('\n');
        if (header.toLowerCase(java.util.Locale.ROOT).startsWith("content-length:")) {
          length = Integer.parseInt(header.substring(header.indexOf(':') + 1).strip());
        }
      }
      heads.add(head.toString());
      String request = first + "\n" + new String(in.readNBytes(length), UTF_8);
      requests.add(request);
      answer.write(request, out);
    } catch (IOException | InterruptedException theOtherSideClosed) {
      // as tests want it to
    }
  }

  private static String line(InputStream in) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int c = in.read(); c != '\n' && c >= 0; c = in.read()) {
      line.append((char) c);
    }
    return line.toString().strip();
  }

  private static void inBackground(Runnable task) {
    Thread thread = new Thread(task);
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
