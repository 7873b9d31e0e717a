package io.github.wechatgateway.sandbox;

import static java.util.concurrent.CompletableFuture.completedStage;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.wechatgateway.sandbox.delivery.BadRequest;
import io.github.wechatgateway.sandbox.delivery.DeliveryRequest;
import io.github.wechatgateway.sandbox.state.MediaFormat;
import io.github.wechatgateway.sandbox.state.MediaStore;
import io.github.wechatgateway.sandbox.state.MediaType;
import io.github.wechatgateway.sandbox.state.OfficialAccount;
import java.util.Map;
import java.util.concurrent.CompletionStage;

/**
 * {@code POST /sandbox/media?type=image}: takes a user's own file, whose {@code media_id} a message
 * names then. What a web page records is of the type {@code recording}: Speex, by no magic bytes.
 */
final class TakeMedia implements Script {
  private static final String RECORDING = "recording";

  private final MediaStore media;
  private final Map<String, OfficialAccount> accounts;

  TakeMedia(MediaStore media, Map<String, OfficialAccount> accounts) {
    this.media = media;
    this.accounts = accounts;
  }

  @Override
  public CompletionStage<ObjectNode> answer(Question question) throws BadRequest {
    String name = question.query().apply("type").orElse("");
    MediaType type =
        MediaType.of(name.equals(RECORDING) ? "voice" : name)
            .orElseThrow(
                () ->
                    new BadRequest(
                        "type",
                        name.length() + " characters",
                        "one of image, voice, video, thumb, " + RECORDING));
    byte[] file = question.body();
    MediaFormat format =
        name.equals(RECORDING)
            ? MediaFormat.SPEEX
            : MediaFormat.of(file)
                .filter(type::takes)
                .orElseThrow(
                    () -> new BadRequest("body", file.length + " bytes", "a file of that type"));
    OfficialAccount account = DeliveryRequest.account(question.query().apply("account"), accounts);
    return completedStage(
        JsonNodeFactory.instance
            .objectNode()
            .put("media_id", media.put(account, type, format, file).mediaId()));
  }
}
