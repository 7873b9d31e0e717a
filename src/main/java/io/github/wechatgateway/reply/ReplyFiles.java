package io.github.wechatgateway.reply;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.apache.camel.Exchange;
import org.jspecify.annotations.Nullable;

/**
 * The replies that lie in {@code config/replies/} as files, which people edit who write no
 * programs: {@code .txt} for a text, {@code .json} for any reply in the shape of WeChat's
 * customer-service API. {@code ${…}} in them is Camel's Simple language: {@code ${body.label}}.
 *
 * <p>In routes this is the bean {@code replies}. A changed file counts from the next message on.
 */
public final class ReplyFiles {
  /**
   * A key that comes from a menu may become part of a file's name only if it can lead nowhere else.
   */
  private static final Pattern KEY = Pattern.compile("[A-Za-z0-9_-]{1,128}");

  private final Path directory;
  private final ObjectMapper json =
      new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
  private final Map<String, Content> read = new ConcurrentHashMap<>();

  public ReplyFiles(Path directory) {
    this.directory = directory;
  }

  /**
   * The reply in a file: a {@code String} or a {@code Map}.
   *
   * @param name below {@code config/replies/}, with its ending: {@code welcome.txt}
   * @throws IllegalArgumentException if there is no such file, or it is not what its ending says
   */
  public Object read(String name, Exchange exchange) {
    return fill(content(name), exchange);
  }

  /**
   * The reply in {@code click/<key>.txt} or {@code .json}; where there is none, in {@code
   * click/not-open-yet.txt}.
   *
   * @param key the EventKey of the menu item; Camel makes null of the word "null"
   */
  public Object click(@Nullable String key, Exchange exchange) {
    for (String ending : List.of(".txt", ".json")) {
      String name = "click/" + key + ending;
      if (key != null && KEY.matcher(key).matches() && Files.exists(directory.resolve(name))) {
        return read(name, exchange);
      }
    }
    return read("click/not-open-yet.txt", exchange);
  }

  /**
   * The news reply with its first article alone: WeChat allows no more in answer to most messages.
   *
   * @param news a reply as {@link #read} gives it
   */
  public Map<String, Object> firstArticle(Map<String, Object> news) {
    Map<?, ?> content = (Map<?, ?>) news.getOrDefault("news", Map.of());
    List<?> articles = content.get("articles") instanceof List<?> list ? list : List.of();
    return Map.of(
        "msgtype", "news", "news", Map.of("articles", articles.stream().limit(1).toList()));
  }

  /** The content of a file as it is, its {@code ${…}} still open. */
  Object content(String name) {
    Path file = directory.resolve(name);
    try {
      FileTime changed = Files.getLastModifiedTime(file);
      Content known = read.get(name);
      if (known == null || !known.changed.equals(changed)) {
        known = new Content(changed, parse(name, Files.readString(file)));
        remember(name, known);
      }
      return known.reply;
    } catch (IOException unreadable) {
      throw new IllegalArgumentException(
          "%s: not readable (expected: a file of UTF-8 text)".formatted(file), unreadable);
    }
  }

  /**
   * A file that has just changed may change again before its time does: it is not remembered yet.
   */
  private void remember(String name, Content content) {
    if (content.changed.toInstant().isBefore(Instant.now().minusSeconds(2))) {
      read.put(name, content); // bounded by the number of files
    }
  }

  private Object parse(String name, String content) {
    String text = content.startsWith("\uFEFF") ? content.substring(1) : content; // Windows' mark
    if (!name.endsWith(".json")) {
      return text.strip();
    }
    try {
      return json.readValue(text, Object.class);
    } catch (JsonProcessingException malformed) {
      var at = malformed.getLocation();
      throw new IllegalArgumentException(
          "%s, line %d, column %d: not JSON (expected: WeChat's customer-service shape)"
              .formatted(directory.resolve(name), at.getLineNr(), at.getColumnNr()));
    }
  }

  /** Fills in the {@code ${…}} of all texts; what they yield is not looked at again. */
  Object fill(Object content, Exchange exchange) {
    if (content instanceof String text) {
      return text.contains("${") ? evaluate(text, exchange) : text;
    } else if (content instanceof Map<?, ?> map) {
      Map<String, Object> filled = new LinkedHashMap<>();
      for (Map.Entry<?, ?> entry : map.entrySet()) {
        if (entry.getValue() != null) {
          filled.put(String.valueOf(entry.getKey()), fill(entry.getValue(), exchange));
        }
      }
      return filled;
    } else if (content instanceof List<?> list) {
      return list.stream().filter(Objects::nonNull).map(item -> fill(item, exchange)).toList();
    }
    return content;
  }

  private static String evaluate(String text, Exchange exchange) {
    var simple = exchange.getContext().resolveLanguage("simple");
    return simple.createExpression(text).evaluate(exchange, String.class);
  }

  private record Content(FileTime changed, Object reply) {}
}
