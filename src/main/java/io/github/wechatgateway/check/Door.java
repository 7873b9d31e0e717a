package io.github.wechatgateway.check;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.wechatgateway.sandbox.delivery.UrlCheck;
import io.github.wechatgateway.sandbox.state.OfficialAccount;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;

/**
 * The door of a gateway on this machine, asked as WeChat's console does when the URL is saved
 * there.
 */
final class Door {
  private static final Duration TIME = Duration.ofSeconds(3);
  private static final int OK = 200;
  private static final int FORBIDDEN = 403;
  private static final int NOT_FOUND = 404;

  private final HttpClient http = HttpClient.newBuilder().connectTimeout(TIME).build();
  private final URI gateway;

  Door(URI gateway) {
    this.gateway = gateway;
  }

  /** How it answered. */
  enum Answer {
    ECHO,
    FORBIDDEN,
    NOT_FOUND,
    /** Not a gateway's. */
    OTHER
  }

  Answer ask(OfficialAccount account) throws IOException, InterruptedException {
    UrlCheck check = UrlCheck.of(account, Clock.systemUTC().instant().getEpochSecond());
    URI url = gateway.resolve("/wechat/%s?%s".formatted(account.name(), check.query()));
    HttpResponse<byte[]> answer =
        http.send(
            HttpRequest.newBuilder(url).timeout(TIME).build(),
            HttpResponse.BodyHandlers.ofByteArray());
    return switch (answer.statusCode()) {
      case OK ->
          new String(answer.body(), UTF_8).equals(check.echostr()) ? Answer.ECHO : Answer.OTHER;
      case FORBIDDEN -> Answer.FORBIDDEN;
      case NOT_FOUND -> Answer.NOT_FOUND;
      default -> Answer.OTHER;
    };
  }
}
