package io.github.wechatgateway.spool;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.camel.Exchange;
import org.apache.camel.support.SynchronizationAdapter;

/** A folder of files, each of which belongs to an exchange and goes with it. */
public final class Spool {
  /** What is as old was left by a process that died: no exchange takes so long. */
  private static final Duration LEFT_OVER = Duration.ofHours(1);

  private final Path folder;
  private final int most;
  private final Map<String, Integer> files = new ConcurrentHashMap<>();
  private final AtomicBoolean swept = new AtomicBoolean();

  /**
   * Nothing is written before there is a file.
   *
   * @param most files of one account at a time
   */
  public Spool(Path folder, int most) {
    this.folder = folder;
    this.most = most;
  }

  /**
   * An empty file, which is deleted when the exchange ends. It counts for the account that the
   * property {@code wechatAccount} names.
   *
   * @throws SpoolFull if that account has too many
   */
  public Path file(Exchange exchange) throws IOException, SpoolFull {
    String account = exchange.getProperty("wechatAccount", "none", String.class);
    if (files.merge(account, 1, Integer::sum) > most) {
      giveBack(account);
      throw new SpoolFull(account, most);
    }
    try {
      prepare();
      Path file = Files.createTempFile(folder, "", "");
      exchange.getExchangeExtension().addOnCompletion(new Delete(file, account));
      return file;
    } catch (IOException unwritable) {
      giveBack(account);
      throw unwritable;
    }
  }

  private void giveBack(String account) {
    files.compute(account, (same, now) -> now == null || now == 1 ? null : now - 1);
  }

  private void prepare() throws IOException {
    if (!Files.isDirectory(folder)) {
      Files.createDirectories(folder, ownersOnly());
    }
    if (!swept.getAndSet(true)) {
      FileTime oldest = FileTime.from(Instant.now().minus(LEFT_OVER));
      try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
        for (Path file : files) {
          if (Files.getLastModifiedTime(file).compareTo(oldest) < 0) {
            Files.deleteIfExists(file);
          }
        }
      }
    }
  }

  /** Where the file system knows owners. */
  private FileAttribute<?>[] ownersOnly() {
    boolean posix = folder.getFileSystem().supportedFileAttributeViews().contains("posix");
    return posix
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"))
        }
        : new FileAttribute<?>[0];
  }

  private final class Delete extends SynchronizationAdapter {
    private final Path file;
    private final String account;

    Delete(Path file, String account) {
      this.file = file;
      this.account = account;
    }

    @Override
    public void onDone(Exchange exchange) {
      try {
        Files.deleteIfExists(file);
      } catch (IOException kept) {
        throw new UncheckedIOException(kept);
      } finally {
        giveBack(account);
      }
    }
  }
}
