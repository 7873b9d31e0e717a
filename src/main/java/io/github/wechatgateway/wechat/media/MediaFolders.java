package io.github.wechatgateway.wechat.media;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;

/**
 * The folders from which a reply may name a file. A handler may put a user's words into a reply:
 * they must not lead to other files of the machine.
 */
public record MediaFolders(List<Path> folders) {

  /**
   * The file of a name that a reply gives.
   *
   * @throws BadMedia if there is none, or none that may be uploaded; its text does not name it
   */
  Path file(String name) throws BadMedia {
    try {
      Path file = Path.of(name).toRealPath(); // where links lead to counts
      for (Path folder : folders) {
        if (Files.isDirectory(folder) && file.startsWith(folder.toRealPath())) {
          return file;
        }
      }
    } catch (IOException | InvalidPathException noFile) { // told as any other that is not there
    }
    throw BadMedia.wrong(
        "file", "not there", "its path from the working folder, below one of wechat.media.folders");
  }
}
