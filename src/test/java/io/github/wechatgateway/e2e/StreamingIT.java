package io.github.wechatgateway.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files pass through a gateway whose memory could not hold them. */
class StreamingIT {
  private static final int VIDEOS = 10;
  private static final int BYTES = 10 * 1024 * 1024;
  private static final String BOUNDARY = "a-boundary";
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  @Test
  void ten_videos_of_ten_megabytes_go_up_and_come_back_with_96_megabytes(@TempDir Path folder)
      throws IOException {
    Path wechats = Files.createDirectory(folder.resolve("wechat"));
    Path gateways = Files.createDirectory(folder.resolve("gateway"));
    WorkingFolder.in(wechats);
    WorkingFolder.in(gateways);
    try (GatewayProcess wechat = GatewayProcess.start(wechats, Map.of());
        GatewayProcess gateway = GatewayProcess.start(gateways, "prod", small(wechat))) {
      List<HttpResponse<byte[]>> uploads = allAtOnce(i -> upload(gateway, i));

      assertThat(uploads).extracting(HttpResponse::statusCode).containsOnly(201);

      List<String> ids = new ArrayList<>();
      for (HttpResponse<byte[]> upload : uploads) {
        ids.add(new ObjectMapper().readTree(upload.body()).path("media_id").asText());
      }
      List<HttpResponse<byte[]>> downloads = allAtOnce(i -> download(gateway, ids.get(i)));

      for (int i = 0; i < VIDEOS; i++) {
        assertThat(downloads.get(i).statusCode()).isEqualTo(200);
        assertThat(Arrays.equals(downloads.get(i).body(), video(i))).as("video " + i).isTrue();
      }
      assertThat(gateway.log()).doesNotContain("ERROR").doesNotContain("OutOfMemory");
      Path spool = gateways.resolve("data").resolve("spool");
      await().untilAsserted(() -> assertThat(spool).isEmptyDirectory());
    }
  }

  /** Its account is that of the stand-in. */
  private static Map<String, String> small(GatewayProcess wechat) {
    return Map.of(
        "JAVA_TOOL_OPTIONS", "-Xmx96m",
        "WECHAT_API_URL", wechat.demo().resolve("/sandbox/wechat").toString(),
        "WECHAT_GATEWAY_API_KEYS_TEST", "a-key-of-sixteen-signs",
        "WECHAT_ACCOUNTS_DEMO_APP_ID", "wxdemo0000000000",
        "WECHAT_ACCOUNTS_DEMO_APP_SECRET", "demosecret00000000000000000000000",
        "WECHAT_ACCOUNTS_DEMO_TOKEN", "demotoken");
  }

  private static List<HttpResponse<byte[]>> allAtOnce(
      Function<Integer, CompletableFuture<HttpResponse<byte[]>>> call) {
    List<CompletableFuture<HttpResponse<byte[]>>> calls =
        IntStream.range(0, VIDEOS).boxed().map(call).toList();
    return calls.stream().map(CompletableFuture::join).toList();
  }

  private static CompletableFuture<HttpResponse<byte[]>> upload(GatewayProcess gateway, int i) {
    String head =
        """
        --%s
        Content-Disposition: form-data; name="media"; filename="视频%d.mp4"
        Content-Type: video/mp4

        """
            .formatted(BOUNDARY, i)
            .replace("\n", "\r\n");
    List<InputStream> form =
        List.of(
            new ByteArrayInputStream(head.getBytes(StandardCharsets.UTF_8)),
            new ByteArrayInputStream(video(i)),
            new ByteArrayInputStream(
                "\r\n--%s--\r\n".formatted(BOUNDARY).getBytes(StandardCharsets.UTF_8)));
    return HTTP.sendAsync(
        request(gateway, "/api/demo/media?type=video")
            .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
            .POST(
                BodyPublishers.ofInputStream(
                    () -> new SequenceInputStream(Collections.enumeration(form))))
            .build(),
        BodyHandlers.ofByteArray());
  }

  private static CompletableFuture<HttpResponse<byte[]>> download(
      GatewayProcess gateway, String mediaId) {
    return HTTP.sendAsync(
        request(gateway, "/api/demo/media/" + mediaId).build(), BodyHandlers.ofByteArray());
  }

  private static HttpRequest.Builder request(GatewayProcess gateway, String path) {
    return HttpRequest.newBuilder(gateway.demo().resolve(path))
        .header("Authorization", "Bearer a-key-of-sixteen-signs");
  }

  /** No two are alike. */
  private static byte[] video(int i) {
    ByteBuffer video = ByteBuffer.allocate(BYTES);
    video.putInt(24).put("ftypisom".getBytes(StandardCharsets.US_ASCII)).putInt(i);
    while (video.remaining() >= 4) {
      video.putInt(video.position() * 31 + i);
    }
    return video.array();
  }
}
