package io.github.wechatgateway.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What is acknowledged outlives a power cut: strace sees the journal's write and sync end before
 * the empty answer's write. {@code -Dfsync-order.long=true} takes 5,000 messages.
 */
class FsyncOrderIT {
  private static final boolean LONG = System.getProperty("fsync-order.long") != null;
  private static final int MESSAGES = LONG ? 5_000 : 300;
  private static final String BUDGET = "2500";
  private static final Duration TO_SEND = Duration.ofMinutes(LONG ? 5 : 1);
  private static final Duration TO_WRITE = Duration.ofSeconds(20);

  private final List<UserText> texts =
      IntStream.range(0, MESSAGES).mapToObj(i -> new UserText("slow", i)).toList();

  @BeforeEach
  void strace_is_there() {
    boolean there =
        Stream.of(System.getenv("PATH").split(":", -1))
            .anyMatch(folder -> Files.isExecutable(Path.of(folder, "strace")));
    if ("true".equals(System.getenv("CI"))) {
      assertThat(there).as("strace is needed").isTrue();
    }
    assumeTrue(there, "strace is needed");
  }

  @Test
  void a_text_is_on_disk_before_its_empty_answer_begins(@TempDir Path empty) throws Exception {
    WorkingFolder folder = WorkingFolder.in(empty);
    LateTexts.putInto(folder);
    Path calls = empty.resolve("calls");
    try (TakingWeChat wechat = new TakingWeChat()) {
      Map<String, String> settings = LateTexts.settings(wechat);
      settings.put("WECHAT_CALLBACK_BUDGET", BUDGET); // strace makes it slow
      try (GatewayProcess gateway =
          GatewayProcess.startBy(strace(calls), folder.path(), "prod", settings)) {
        Traffic traffic = new Traffic(texts);
        traffic.begin(gateway.url(TakingWeChat.ACCOUNT));
        await().atMost(TO_SEND).until(traffic::isAtItsEnd);
        traffic.end();
        System.out.printf(
            "%d acknowledged, %d tries unanswered, refused %s%n",
            traffic.acknowledged(), traffic.unanswered(), traffic.refused());
      }
    }

    FsyncOrder order = orderIn(calls);

    System.out.printf(
        "%d answered after their sync, %d before%n",
        order.answeredAfter().size(), order.answeredBefore().size());
    assertThat(order.answeredBefore()).isEmpty();
    assertThat(order.answeredAfter())
        .containsAll(texts.stream().filter(UserText::isDeferred).map(UserText::content).toList())
        .hasSizeGreaterThan(MESSAGES / 2);
  }

  /** Beside the gateway, which stays this process's child. */
  private static List<String> strace(Path calls) {
    String which =
        "trace=read,recvfrom,write,writev,pwrite64,pwritev,sendto,sendmsg,fsync,fdatasync";
    return List.of(
        "strace",
        "-D",
        "-f",
        "--seccomp-bpf",
        "-y",
        "-xx",
        "-s",
        "1000000",
        "-e",
        which,
        "-o",
        calls.toString());
  }

  private static FsyncOrder orderIn(Path calls) throws IOException {
    await().atMost(TO_WRITE).until(() -> isWhole(calls));
    FsyncOrder order = new FsyncOrder();
    try (Stream<String> lines = Files.lines(calls)) {
      lines.forEach(new SystemCalls(order));
    }
    return order;
  }

  /** It ends with the end of the last thread. */
  private static boolean isWhole(Path calls) throws IOException {
    try (Stream<String> lines = Files.lines(calls)) {
      return lines.reduce("", (before, line) -> line).contains("killed by SIGKILL");
    }
  }
}
