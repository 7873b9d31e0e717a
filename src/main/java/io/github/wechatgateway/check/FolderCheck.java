package io.github.wechatgateway.check;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Writes into a folder, and measures how long it takes until that is on the disk. Makes no folder:
 * who checks may be another user than who runs the gateway.
 */
public final class FolderCheck {
  private static final int WRITES = 5;
  private static final int BYTES = 4096;

  /**
   * A message that is late has 300 ms to get to the disk before WeChat has to be answered, and the
   * disk is not its alone.
   */
  private static final long SLOW_MILLIS = 100;

  private static final String MAKE_WRITABLE =
      "let the user that runs the gateway write there (in Kubernetes: fsGroup)";

  private FolderCheck() {}

  /**
   * Of one folder.
   *
   * @param another how to use another
   */
  public static Check of(Path folder, String another) {
    return new Check("folder " + folder, () -> look(folder), "look at the disk, or " + another);
  }

  private static Finding look(Path folder) {
    Path there = nearest(folder.toAbsolutePath());
    if (there == null || !Files.isDirectory(there)) {
      return Finding.problem(there + " is no folder", "remove it");
    }
    String what = there.endsWith(folder) ? "writable" : "will be made in " + there;
    try {
      double millis = syncTime(there) / 1e6;
      what += String.format(Locale.ROOT, "; a write is on the disk after %.1f ms", millis);
      return millis < SLOW_MILLIS
          ? Finding.ok(what)
          : Finding.warning(
              what + " (slow from 100 ms on: a late message has 300)",
              "use a disk of this machine's own, no network file system");
    } catch (IOException unwritable) {
      String why = unwritable.getClass().getSimpleName();
      return Finding.problem("can't be written: %s in %s".formatted(why, there), MAKE_WRITABLE);
    }
  }

  /** It, or what of its path is there. */
  private static @Nullable Path nearest(Path folder) {
    Path there = folder;
    while (there != null && !Files.exists(there)) {
      there = there.getParent();
    }
    return there;
  }

  /** Nanoseconds of the median of some writes. */
  private static long syncTime(Path folder) throws IOException {
    Path file = Files.createTempFile(folder, "check", ".tmp");
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      long[] times = new long[WRITES];
      for (int i = 0; i < WRITES; i++) {
        long began = System.nanoTime();
        channel.write(ByteBuffer.allocate(BYTES));
        channel.force(true);
        times[i] = System.nanoTime() - began;
      }
      Arrays.sort(times);
      return times[WRITES / 2];
    } finally {
      Files.deleteIfExists(file);
    }
  }
}
