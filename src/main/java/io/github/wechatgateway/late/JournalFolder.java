package io.github.wechatgateway.late;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import org.jspecify.annotations.Nullable;

/**
 * A folder of one process alone, which its owner alone may read. The operating system gives it free
 * when the process ends, however it ends.
 */
final class JournalFolder implements AutoCloseable {
  private static final String WRITABLE = "a folder that this user may write";

  private final Path folder;
  private final FileChannel lock;

  private JournalFolder(Path folder, FileChannel lock) {
    this.folder = folder;
    this.lock = lock;
  }

  /** Takes it, or says at once why not. */
  static JournalFolder take(Path folder) throws JournalUnusable {
    try {
      if (!Files.isDirectory(folder)) {
        Files.createDirectories(folder, ownersOnly(folder));
      }
      FileChannel file =
          FileChannel.open(
              folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (lock(file) == null) {
        file.close();
        throw new JournalUnusable(
            folder, "in use by another process", "a folder of this process alone", null);
      }
      return new JournalFolder(folder, file);
    } catch (IOException unwritable) {
      String what = "can't be written, " + unwritable.getClass().getSimpleName();
      throw new JournalUnusable(folder, what, WRITABLE, unwritable);
    }
  }

  /**
   * Whether a process has it. Who looks takes it for a moment: a gateway that starts in that very
   * moment would not.
   */
  static boolean isTaken(Path folder) throws IOException {
    Path file = folder.resolve("lock");
    if (!Files.exists(file)) {
      return false;
    }
    try (FileChannel look = FileChannel.open(file, StandardOpenOption.WRITE)) {
      return lock(look) == null;
    }
  }

  /** Null where another has it. */
  private static @Nullable FileLock lock(FileChannel file) throws IOException {
    try {
      return file.tryLock();
    } catch (OverlappingFileLockException inThisProcess) {
      return null;
    }
  }

  /** Where the file system knows owners. */
  private static FileAttribute<?>[] ownersOnly(Path folder) {
    boolean posix = folder.getFileSystem().supportedFileAttributeViews().contains("posix");
    return posix
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"))
        }
        : new FileAttribute<?>[0];
  }

  Path path() {
    return folder;
  }

  /** What could not be done there. */
  JournalUnusable unusable(String what, @Nullable Throwable cause) {
    return new JournalUnusable(folder, what, "a journal that can be read and written", cause);
  }

  @Override
  public void close() {
    try {
      lock.close();
    } catch (IOException closedAnyway) {
      // a channel that fails to close is closed, and its lock gone
    }
  }
}
