package io.github.wechatgateway.late;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * The text of one kind of message in its queue: JSON, with a version in {@code v}.
 *
 * <p>A version reads its own texts and those of the one before, and skips what it does not know:
 * the gateway may be replaced by the next version, and by the one before, with full queues. Fields
 * that are new are thus of a new version, which gives them a value where it reads an old text.
 */
public final class QueueText<T> {
  private static final int VERSION = 1;

  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
          .build();

  private final Class<T> kind;

  private QueueText(Class<T> kind) {
    this.kind = kind;
  }

  /** That of {@code wechat.late} and {@code wechat.lease}. */
  public static final QueueText<LateMessage> LATE = new QueueText<>(LateMessage.class);

  /** That of {@code wechat.outbox} and {@code wechat.kept}. */
  public static final QueueText<OutboxMessage> OUTBOX = new QueueText<>(OutboxMessage.class);

  /** That of {@code wechat.dead}. */
  public static final QueueText<DeadLetter> DEAD = new QueueText<>(DeadLetter.class);

  /** The text of a message. */
  public String write(T message) {
    ObjectNode text = JsonNodeFactory.instance.objectNode().put("v", VERSION);
    text.setAll(JSON.<ObjectNode>valueToTree(message));
    return text.toString();
  }

  /**
   * The message of a text.
   *
   * @throws UnreadableMessage if it is of another version, or lacks something
   */
  public T read(String text) throws UnreadableMessage {
    try {
      JsonNode tree = JSON.readTree(text);
      JsonNode version = tree.path("v");
      if (!version.isInt() || version.intValue() != VERSION) {
        throw new UnreadableMessage("v: %s (expected: %d)".formatted(shape(version), VERSION));
      }
      return JSON.treeToValue(tree, kind);
    } catch (JsonProcessingException malformed) {
      throw new UnreadableMessage(
          "no %s (expected: all of its fields)".formatted(kind.getSimpleName()));
    }
  }

  /** The account that a text of any version names; empty if it names none. */
  static String account(String text) {
    try {
      return JSON.readTree(text).path("account").asText();
    } catch (JsonProcessingException malformed) {
      return "";
    }
  }

  private static String shape(JsonNode version) {
    return version.isInt() ? version.asText() : "none";
  }
}
