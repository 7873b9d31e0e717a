package io.github.wechatgateway;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;

/** A tar as Jib writes it: names of less than 100 characters, and more about times in headers. */
final class Tar {
  private static final int BLOCK = 512;
  private static final char MORE = 'x';

  private Tar() {}

  /**
   * A file or a folder.
   *
   * @param mode as in {@code chmod}
   */
  record Entry(String name, int mode, int user, int group, Instant modified, ByteBuffer content) {
    byte[] bytes() {
      byte[] bytes = new byte[content.remaining()];
      content.duplicate().get(bytes);
      return bytes;
    }

    boolean isFolder() {
      return name.endsWith("/");
    }

    /** Those of a layer. */
    List<Entry> unzipped() {
      try (InputStream tar = new GZIPInputStream(new ByteArrayInputStream(bytes()))) {
        return Tar.read(tar);
      } catch (IOException damaged) {
        throw new UncheckedIOException(damaged);
      }
    }
  }

  static List<Entry> read(InputStream tar) throws IOException {
    List<Entry> entries = new ArrayList<>();
    for (byte[] header = tar.readNBytes(BLOCK); header[0] != 0; header = tar.readNBytes(BLOCK)) {
      int size = (int) octal(header, 124, 12);
      byte[] bytes = tar.readNBytes(size);
      tar.skipNBytes((BLOCK - size % BLOCK) % BLOCK);
      if (header[156] != MORE) {
        entries.add(entry(header, bytes));
      }
    }
    return entries;
  }

  private static Entry entry(byte[] header, byte[] bytes) {
    return new Entry(
        text(header, 0, 100),
        (int) octal(header, 100, 8) & 0777,
        (int) octal(header, 108, 8),
        (int) octal(header, 116, 8),
        Instant.ofEpochSecond(octal(header, 136, 12)),
        ByteBuffer.wrap(bytes));
  }

  private static long octal(byte[] header, int from, int length) {
    return Long.parseLong(text(header, from, length).strip(), 8);
  }

  private static String text(byte[] header, int from, int length) {
    String field = new String(header, from, length, US_ASCII);
    int end = field.indexOf(0);
    return end < 0 ? field : field.substring(0, end);
  }
}
