package io.github.wechatgateway.reply;

import io.github.wechatgateway.config.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Finds what is wrong with the reply files before a message needs them. */
public final class BrokenReplies {
  private BrokenReplies() {}

  /**
   * What is wrong with the files in their folder and the folders in it; hidden ones are not ours.
   * What is right is read then, and need not be read again.
   */
  public static List<Problem> in(ReplyFiles files) {
    Path directory = files.directory();
    try (Stream<Path> all = Files.walk(directory, FileVisitOption.FOLLOW_LINKS)) {
      return all.filter(Files::isRegularFile)
          .map(directory::relativize)
          .filter(BrokenReplies::isReply)
          .sorted()
          .flatMap(name -> problem(name.toString(), files).stream())
          .toList();
    } catch (NoSuchFileException noReplies) { // handlers may do without
      return List.of();
    } catch (IOException | UncheckedIOException unreadable) {
      return List.of(
          new Problem(directory.toString(), "not readable", "a folder that this user may read"));
    }
  }

  /**
   * Looks at a reply as it is in a file, its {@code ${…}} still open.
   *
   * @param where the file, and the place in it
   */
  static void check(String where, Object reply) {
    if (!(reply instanceof Map<?, ?> || reply instanceof String)) {
      throw new BrokenReplyFile(
          where, "neither an object nor a text", "WeChat's customer-service shape");
    }
    try {
      ReplyReader.read(reply);
    } catch (BadReply bad) {
      throw bad.in(where);
    }
  }

  private static boolean isReply(Path name) {
    boolean hidden =
        StreamSupport.stream(name.spliterator(), false)
            .anyMatch(it -> it.toString().startsWith("."));
    return !hidden && (name.toString().endsWith(".txt") || name.toString().endsWith(".json"));
  }

  private static Optional<Problem> problem(String name, ReplyFiles files) {
    try {
      files.content(
          name,
          name.equals(Keywords.FILE)
              ? Keywords::check
              : (file, reply) -> check(file.toString(), reply));
      return Optional.empty();
    } catch (BrokenReplyFile broken) {
      return Optional.of(broken.problem());
    }
  }
}
