package io.github.wechatgateway.e2e;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/**
 * Files as Kubernetes mounts a Secret or ConfigMap: a link for each key, to a file in a hidden
 * folder.
 */
final class MountedFiles {
  private MountedFiles() {}

  /** The same files as a folder has, in its place. */
  static void insteadOf(Path folder) throws IOException {
    Map<String, String> contents = new TreeMap<>();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
      for (Path file : files) {
        contents.put(file.getFileName().toString(), Files.readString(file));
        Files.delete(file);
      }
    }
    in(folder, contents);
  }

  /** Settings by their keys. */
  static void in(Path folder, Map<String, String> settings) throws IOException {
    Path version = Files.createDirectory(folder.resolve("..version"));
    Files.createSymbolicLink(folder.resolve("..data"), version.getFileName());
    for (Map.Entry<String, String> setting : settings.entrySet()) {
      Files.writeString(version.resolve(setting.getKey()), setting.getValue() + "\n");
      Files.createSymbolicLink(
          folder.resolve(setting.getKey()), Path.of("..data", setting.getKey()));
    }
  }
}
