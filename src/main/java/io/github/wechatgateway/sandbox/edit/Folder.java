package io.github.wechatgateway.sandbox.edit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The files of a folder, at one time. */
record Folder(Map<Path, Version> files) {

  /**
   * What one was like.
   *
   * @param size bytes
   */
  record Version(FileTime changed, long size) {}

  /**
   * As it is now, with the folders in it; empty if there is none.
   *
   * @param ending of the files that count
   */
  static Folder now(Path path, String ending) {
    Map<Path, Version> files = new TreeMap<>();
    if (Files.isDirectory(path)) {
      try (Stream<Path> all = Files.walk(path)) {
        all.filter(file -> file.toString().endsWith(ending)).forEach(file -> note(file, files));
      } catch (IOException | UncheckedIOException unreadable) {
        return new Folder(files); // somebody moves it just now: there is a next time
      }
    }
    return new Folder(files);
  }

  private static void note(Path file, Map<Path, Version> files) {
    try {
      BasicFileAttributes found = Files.readAttributes(file, BasicFileAttributes.class);
      if (found.isRegularFile()) {
        files.put(file, new Version(found.lastModifiedTime(), found.size()));
      }
    } catch (IOException gone) {
      // an editor may put a new file in the place of the old one
    }
  }
}
