package io.github.wechatgateway.api;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.wechatgateway.GatewayForTests;
import io.github.wechatgateway.LogLines;
import io.github.wechatgateway.junit.GatewayExtension;
import io.github.wechatgateway.observe.LogApiFailure;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.camel.spi.InflightRepository;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A program that goes in the middle of its request leaves nothing behind. */
class ClientGoneTest {
  @RegisterExtension static final GatewayExtension GATEWAY = new GatewayExtension();

  @RegisterExtension final LogLines log = new LogLines(LogApiFailure.class);

  @ParameterizedTest
  @CsvSource({
    "api-upload-media, /media?type=image, false",
    "api-upload-media, /media?type=image, true",
    "api-relay, /wechat/cgi-bin/media/upload?type=image, false",
    "api-relay, /wechat/cgi-bin/media/upload?type=image, true",
    "api-send-message, /messages, false",
    "api-send-message, /messages, true",
  })
  void neither_a_file_nor_a_line_in_the_log(String route, String path, boolean reset)
      throws IOException {
    Set<Path> before = spooled();
    InflightRepository running = GATEWAY.context().getInflightRepository();
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), GATEWAY.uri().getPort())) {
      socket.getOutputStream().write(half(path).getBytes(US_ASCII));
      await().until(() -> running.size(route) > 0);
      socket.setSoLinger(reset, 0);
    }

    await().until(() -> running.size(route) == 0);
    assertThat(log.lines()).isEmpty();
    assertThat(spooled()).isSubsetOf(before);
  }

  @ParameterizedTest
  @CsvSource({
    "api-upload-media, /media?type=image",
    "api-relay, /wechat/cgi-bin/media/upload?type=image",
  })
  void nothing_either_of_many_that_go_while_their_files_are_opened(String route, String path)
      throws IOException {
    for (int i = 0; i < 100; i++) {
      try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), GATEWAY.uri().getPort())) {
        socket.getOutputStream().write(half(path).getBytes(US_ASCII));
      }
    }

    InflightRepository running = GATEWAY.context().getInflightRepository();
    await().until(() -> running.size(route) == 0);
  }

  /** What is in the folder, which other tests use too. */
  private static Set<Path> spooled() throws IOException {
    Path folder = Path.of(GatewayForTests.SPOOL);
    if (!Files.isDirectory(folder)) {
      return Set.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.collect(Collectors.toSet());
    }
  }

  private static String half(String path) {
    return """
        POST /api/demo%s HTTP/1.1\r
        Host: h\r
        Authorization: Bearer demo-key-of-the-sandbox\r
        Content-Type: %s\r
        Content-Length: 900\r
        \r
        --b\r
        Content-Disposition: form-data; name="media"; filename="a.png"\r
        \r
        half of it"""
        .formatted(path, ApiOperations.FORM);
  }
}
