package io.github.wechatgateway.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderCheckTest {
  @TempDir private Path folder = Path.of("");

  @Test
  void a_folder_is_written_and_left_as_it_was() {
    assertThat(line(folder)).contains(": writable; a write is on the disk after ");
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void one_that_is_not_there_yet_is_not_made() {
    assertThat(line(folder.resolve("data/queue")))
        .contains(": will be made in " + folder + "; a write is on the disk after ");
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void a_file_in_its_place_is_a_problem() throws Exception {
    Path file = Files.createFile(folder.resolve("data"));

    assertThat(line(file.resolve("queue")))
        .startsWith("problem")
        .endsWith(file + " is no folder -> remove it");
  }

  private static String line(Path folder) {
    return Lines.of(List.of(FolderCheck.of(folder, "set another"))).all().get(0);
  }
}
