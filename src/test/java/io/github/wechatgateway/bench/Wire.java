package io.github.wechatgateway.bench;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;

/** One connection to a server, with at most one request under way. */
final class Wire implements Closeable {
  private static final String LENGTH = "\r\ncontent-length: ";

  private final SocketChannel channel;
  private final ByteBuffer received = ByteBuffer.allocate(8192);
  private boolean waiting;
  private long sentAt;
  private int size;

  private Wire(SocketChannel channel) {
    this.channel = channel;
  }

  static Wire open(int port) throws IOException {
    SocketChannel channel =
        SocketChannel.open(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
    return new Wire(channel);
  }

  SocketChannel channel() {
    return channel;
  }

  void send(ByteBuffer request) throws IOException {
    send(request, System.nanoTime());
  }

  /** Sends what was meant to be sent at a time, from which on its answer is timed. */
  void send(ByteBuffer request, long meantAt) throws IOException {
    received.clear();
    waiting = true;
    sentAt = meantAt;
    channel.write(request);
    if (request.hasRemaining()) {
      throw new IOException("a request that does not fit into an empty socket");
    }
  }

  /** Reads what is there; true once that is the whole answer. */
  boolean receive() throws IOException {
    if (channel.read(received) < 0) {
      throw new EOFException();
    }
    int end = endOfHead();
    if (end == 0) {
      return false;
    }
    String head = new String(received.array(), 0, end, ISO_8859_1);
    int length = head.indexOf(LENGTH);
    if (length < 0) {
      throw new IOException("an answer without Content-Length");
    }
    int digits = length + LENGTH.length();
    size = Integer.parseInt(head, digits, head.indexOf('\r', digits), 10);
    waiting = received.position() < end + size;
    return !waiting;
  }

  private int endOfHead() {
    byte[] bytes = received.array();
    for (int i = 3; i < received.position(); i++) {
      if (bytes[i] == '\n' && bytes[i - 1] == '\r' && bytes[i - 2] == '\n') {
        return i + 1;
      }
    }
    return 0;
  }

  boolean isWaiting() {
    return waiting;
  }

  /** Whether the answer says something. */
  boolean isReply() {
    return size > 0 && isOk();
  }

  boolean isOk() {
    return new String(received.array(), 9, 3, ISO_8859_1).equals("200");
  }

  int size() {
    return size;
  }

  long micros() {
    return (System.nanoTime() - sentAt) / 1_000;
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
