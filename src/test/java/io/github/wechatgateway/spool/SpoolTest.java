package io.github.wechatgateway.spool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.impl.engine.DefaultUnitOfWork;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpoolTest {
  private final DefaultCamelContext context = new DefaultCamelContext();

  private final Path working;
  private final Path folder;
  private final Spool spool;

  SpoolTest(@TempDir Path working) {
    this.working = working;
    this.folder = working.resolve("data").resolve("spool");
    this.spool = new Spool(folder, 2);
  }

  @Test
  void nothing_is_written_before_there_is_a_file() {
    assertThat(working).isEmptyDirectory();
  }

  @Test
  void a_file_goes_with_its_exchange() throws Exception {
    Exchange exchange = exchange();
    Path file = spool.file(exchange);
    Files.writeString(file, "content");

    end(exchange);

    assertThat(file).doesNotExist();
  }

  @Test
  void nobody_else_may_look_into_it() throws Exception {
    Path file = spool.file(exchange());

    for (Path ours : new Path[] {folder.getParent(), folder}) {
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(ours)))
          .isEqualTo("rwx------");
    }
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
  }

  @Test
  void there_are_so_many_files_at_a_time() throws Exception {
    Exchange first = exchange();
    spool.file(first);
    spool.file(exchange());

    assertThatThrownBy(() -> spool.file(exchange()))
        .isInstanceOf(SpoolFull.class)
        .hasMessage(
            "account=demo: 2 files are on their way, as many as wechat.media.max-spooled allows");

    end(first);
    assertThat(spool.file(exchange())).exists();
  }

  @Test
  void those_of_another_account_do_not_count() throws Exception {
    spool.file(exchange());
    spool.file(exchange());
    Exchange other = exchange();
    other.setProperty("wechatAccount", "other");

    assertThat(spool.file(other)).exists();
  }

  @Test
  void what_a_process_left_that_died_is_swept() throws Exception {
    Files.createDirectories(folder);
    Path old = Files.writeString(folder.resolve("old"), "");
    Files.setLastModifiedTime(old, FileTime.from(Instant.now().minus(Duration.ofHours(2))));
    Path ofAnother = Files.writeString(folder.resolve("new"), "");

    spool.file(exchange());

    assertThat(old).doesNotExist();
    assertThat(ofAnother).exists();
  }

  @Test
  void a_folder_that_cannot_be_written_takes_no_room() throws Exception {
    Files.writeString(working.resolve("data"), "a file in its place");

    for (int i = 0; i < 3; i++) {
      assertThatThrownBy(() -> spool.file(exchange())).isInstanceOf(IOException.class);
    }
  }

  private Exchange exchange() throws Exception {
    Exchange exchange = new DefaultExchange(context);
    exchange.setProperty("wechatAccount", "demo");
    exchange.getExchangeExtension().setUnitOfWork(new DefaultUnitOfWork(exchange));
    return exchange;
  }

  private static void end(Exchange exchange) {
    exchange.getUnitOfWork().done(exchange);
  }
}
