package io.github.wechatgateway.e2e;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Settings as Kubernetes mounts a Secret: a link for each key, to a file in a hidden folder. */
final class MountedFiles {
  private MountedFiles() {}

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
