package io.github.wechatgateway.e2e;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** The folder that the gateway runs in: config/ and routes/ as they ship, to be changed. */
record WorkingFolder(Path path) {

  static WorkingFolder in(Path empty) throws IOException {
    for (String part : new String[] {"config", "routes"}) {
      try (Stream<Path> files = Files.walk(Path.of(part))) {
        for (Path file : files.toList()) {
          Files.copy(file, empty.resolve(file.toString()));
        }
      }
    }
    return new WorkingFolder(empty);
  }

  void write(String file, String text) throws IOException {
    Files.writeString(path.resolve(file), text);
  }

  void append(String file, String text) throws IOException {
    write(file, Files.readString(path.resolve(file)) + text);
  }

  void replace(String file, String from, String to) throws IOException {
    write(file, Files.readString(path.resolve(file)).replace(from, to));
  }

  void delete(String file) throws IOException {
    Files.delete(path.resolve(file));
  }
}
