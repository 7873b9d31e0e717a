package io.github.wechatgateway.wechat.media;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import io.github.wechatgateway.step.AsyncStep;
import io.github.wechatgateway.wechat.WeChat;
import io.github.wechatgateway.wechat.WeChatAnswer;
import io.github.wechatgateway.wechat.WeChatCall;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.camel.Exchange;
import org.apache.camel.Message;

/**
 * Leaves the file that WeChat answered with in the body, a {@link java.io.File} that goes with the
 * exchange, its name in {@code CamelFileName} and its type in {@code Content-Type}. Where WeChat
 * answers with the address of a video, it is fetched from there.
 */
final class ReadDownload implements AsyncStep.Work {
  /** RFC 6266: {@code filename*=utf-8''…}, or {@code filename="…"}. */
  private static final Pattern NAME =
      Pattern.compile("filename\\*\\s*=\\s*utf-8'[^']*'([^;\\s]+)", Pattern.CASE_INSENSITIVE);

  private static final Pattern PLAIN_NAME =
      Pattern.compile("filename\\s*=\\s*(?:\"([^\"]*)\"|([^;\\s]+))", Pattern.CASE_INSENSITIVE);

  private static final Pattern CONTENT_TYPE =
      Pattern.compile("(?:image|audio|voice|video)/[A-Za-z0-9.+-]{1,60}");

  private final WeChat wechat;
  private final VideoHosts hosts;

  ReadDownload(WeChat wechat, VideoHosts hosts) {
    this.wechat = wechat;
    this.hosts = hosts;
  }

  @Override
  public CompletionStage<?> start(Exchange exchange) throws BadMedia {
    WeChatAnswer answer = exchange.getMessage().getBody(WeChatAnswer.class);
    String mediaId = exchange.getProperty(AskForMedia.MEDIA_ID, String.class);
    return file(answer, exchange)
        .thenCompose(
            file -> {
              try {
                take(file, mediaId, exchange.getMessage());
                return CompletableFuture.completedStage(null);
              } catch (IOException gone) {
                return CompletableFuture.failedStage(gone);
              }
            });
  }

  private CompletionStage<WeChatAnswer> file(WeChatAnswer answer, Exchange exchange)
      throws BadMedia {
    if (answer.json().isMissingNode()) {
      return CompletableFuture.completedStage(answer);
    }
    String url = answer.json().path("video_url").asText();
    if (url.isEmpty()) {
      throw BadMedia.fromWeChat("answer", "JSON without video_url", "a file");
    }
    WeChatCall call =
        WeChatCall.get(
            exchange.getProperty("wechatAccount", String.class), "/cgi-bin/media/get", "");
    URI address = hosts.allowed(url, wechat.hosts().get());
    return wechat.files().fetch(call, address, requireNonNull(answer.file()));
  }

  private static void take(WeChatAnswer answer, String mediaId, Message message)
      throws IOException {
    Path file = requireNonNull(answer.file());
    Optional<MediaFormat> format;
    try (InputStream in = Files.newInputStream(file)) {
      format = MediaFormat.of(in.readNBytes(MediaFormat.FIRST_BYTES));
    }
    String type = answer.contentType();
    message.removeHeaders("*");
    message.setHeader(
        Exchange.FILE_NAME, MediaName.of(name(answer.disposition()), mediaId, format));
    message.setHeader(
        Exchange.CONTENT_TYPE,
        format
            .map(MediaFormat::contentType)
            .orElse(CONTENT_TYPE.matcher(type).matches() ? type : "application/octet-stream"));
    message.setBody(file.toFile());
  }

  private static String name(String disposition) {
    Matcher name = NAME.matcher(disposition);
    if (name.find()) {
      try {
        return URLDecoder.decode(name.group(1).replace("+", "%2B"), UTF_8);
      } catch (IllegalArgumentException badlyEncoded) {
        return "";
      }
    }
    Matcher plain = PLAIN_NAME.matcher(disposition);
    return plain.find() ? Optional.ofNullable(plain.group(1)).orElse(plain.group(2)) : "";
  }
}
