package io.github.wechatgateway.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A connection over which anything can be sent, and that is kept until one side closes it. */
final class RawConnection implements Closeable {
  private static final int PATIENCE_MILLIS = 10_000;
  private static final int END = -1;
  private static final Pattern LENGTH = Pattern.compile("(?i)content-length: (\\d+)");

  private final Socket socket;
  private final InputStream in;

  RawConnection(URI url) throws IOException {
    socket = new Socket(url.getHost(), url.getPort());
    socket.setSoTimeout(PATIENCE_MILLIS);
    in = socket.getInputStream();
  }

  void send(String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(UTF_8));
  }

  /** The next answer, head and body. */
  String answer() throws IOException {
    ByteArrayOutputStream head = new ByteArrayOutputStream();
    while (!head.toString(UTF_8).endsWith("\r\n\r\n")) {
      int next = in.read();
      if (next == END) {
        throw new AssertionError("closed after <" + head.toString(UTF_8) + ">");
      }
      head.write(next);
    }
    Matcher length = LENGTH.matcher(head.toString(UTF_8));
    int body = length.find() ? Integer.parseInt(length.group(1)) : 0;
    return head.toString(UTF_8) + new String(in.readNBytes(body), UTF_8);
  }

  /** Whether the other side closes it before our patience ends; it sends nothing more, too. */
  boolean isClosedByPeer() throws IOException {
    try {
      return in.read() == END;
    } catch (SocketTimeoutException open) {
      return false;
    } catch (SocketException reset) {
      return true;
    }
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
