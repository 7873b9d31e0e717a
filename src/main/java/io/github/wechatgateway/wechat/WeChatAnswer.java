package io.github.wechatgateway.wechat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What WeChat answered: what {@code direct:call-wechat} leaves in the body.
 *
 * @param contentType as WeChat gave it, which is often wrong; may be empty
 * @param disposition its {@code Content-Disposition}, which names a file; may be empty
 * @param body empty where there is a file
 * @param file what the call named as {@code answerTo}, with the body in it; else null
 */
@SuppressWarnings("ArrayRecordComponent") // nobody compares them
public record WeChatAnswer(
    int status, String contentType, String disposition, byte[] body, @Nullable Path file) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** More of it, in an answer that was to be a file, is a file: WeChat's JSON is short. */
  private static final int LONGEST_JSON = 1024 * 1024;

  private static final int FIRST_BYTES = 64;

  /** In memory. */
  public static WeChatAnswer of(int status, String contentType, byte[] body) {
    return new WeChatAnswer(status, contentType, "", body, null);
  }

  /** Whatever the content type says; missing where the body is no JSON object. */
  public JsonNode json() {
    try {
      JsonNode json = JSON.readTree(file == null ? body : jsonOf(file));
      return json.isObject() ? json : MissingNode.getInstance();
    } catch (IOException noJson) {
      return MissingNode.getInstance();
    }
  }

  /** Whether there is something in the file that may be one, and no page of a proxy. */
  boolean isFile() {
    try {
      return file != null
          && status == 200
          && Files.size(file) > 0
          && !contentType.toLowerCase(Locale.ROOT).startsWith("text/html");
    } catch (IOException gone) {
      return false;
    }
  }

  private static byte[] jsonOf(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      boolean json =
          Files.size(file) <= LONGEST_JSON && FirstBytes.areJson(in.readNBytes(FIRST_BYTES));
      return json ? Files.readAllBytes(file) : new byte[0];
    }
  }

  /** Not the body, which may hold a token or what a user wrote. */
  @Override
  public String toString() {
    return "%d, %d bytes".formatted(status, body.length);
  }
}
