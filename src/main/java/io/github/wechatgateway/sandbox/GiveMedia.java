package io.github.wechatgateway.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.wechatgateway.sandbox.api.ApiAnswer;
import io.github.wechatgateway.sandbox.state.MediaStore;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;

/** {@code GET /sandbox/media/{media_id}}: a file, for which WeChat has hosts of its own. */
public final class GiveMedia implements Processor {
  private static final ApiAnswer GONE =
      new ApiAnswer(404, "text/plain", Map.of(), "no such file\n".getBytes(UTF_8));

  /** No browser is to take it for something else. */
  private static final Map<String, String> AS_IT_SAYS = Map.of("X-Content-Type-Options", "nosniff");

  private final MediaStore media;

  GiveMedia(MediaStore media) {
    this.media = media;
  }

  @Override
  public void process(Exchange exchange) {
    CallApi.answer(
        media
            .file(exchange.getMessage().getHeader("media_id", String.class))
            .map(file -> new ApiAnswer(200, file.format().contentType(), AS_IT_SAYS, file.bytes()))
            .orElse(GONE),
        exchange);
  }
}
