package io.github.wechatgateway.reply;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.wechatgateway.config.Problem;
import io.github.wechatgateway.message.MenuEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import org.apache.camel.Body;
import org.apache.camel.Exchange;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The replies that lie in {@code config/replies/} as files, which people edit who write no
 * programs: {@code .txt} for a text, {@code .json} for any reply in the shape of WeChat's
 * customer-service API. {@code ${…}} in them is filled in: {@code ${body.label}}; see {@link
 * Templates}.
 *
 * <p>In routes this is the bean {@code replies}. A changed file counts within a second, unless it
 * is broken: then its last good version counts, and the log says what is wrong.
 */
public final class ReplyFiles {
  /**
   * A key that comes from a menu may become part of a file's name only if it can lead nowhere else.
   */
  private static final Pattern KEY =
      Pattern.compile("(?!\\.)(?!.*\\.\\.)[\\p{L}\\p{M}\\p{Nd}._ -]{1,128}");

  private static final Logger LOG = LoggerFactory.getLogger(ReplyFiles.class);

  private final Path directory;
  private final ObjectMapper json =
      new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  /** The last good version of each file; bounded by their number, as the next is. */
  private final Map<String, Content> good = new ConcurrentHashMap<>();

  /** What is wrong with a file, and was logged. */
  private final Map<String, String> told = new ConcurrentHashMap<>();

  private final AtomicBoolean toldOfNames = new AtomicBoolean();

  public ReplyFiles(Path directory) {
    this.directory = directory;
  }

  Path directory() {
    return directory;
  }

  /**
   * The reply in a file: a {@code String} or a {@code Map}.
   *
   * @param name below {@code config/replies/}, with its ending: {@code welcome.txt}
   * @throws IllegalArgumentException if there is no such file, or it is not what its ending says,
   *     and no earlier version of it was read; one that is empty is a bad reply instead
   */
  public Object read(String name, Exchange exchange) {
    try {
      return fill(content(name), exchange);
    } catch (BrokenReplyFile broken) {
      if (!broken.isEmpty()) {
        throw broken;
      }
      tell(name, broken, "The user sees nothing");
      return new Reply.Text("");
    }
  }

  /** Logs what is wrong with a file, once, and what comes of it. */
  void tell(String name, BrokenReplyFile broken, String consequence) {
    if (!broken.toString().equals(told.put(name, broken.toString()))) {
      LOG.error("{}. {}.", broken.getMessage(), consequence);
    }
  }

  /**
   * The reply in {@code click/<key>.txt} or {@code .json}, by the EventKey of the menu item; where
   * there is none, in {@code click/not-open-yet.txt}.
   */
  public Object click(@Body MenuEvent.Click click, Exchange exchange) {
    String key = click.eventKey();
    for (String ending : List.of(".txt", ".json")) {
      String name = "click/" + key + ending;
      if (KEY.matcher(key).matches() && exists(name)) {
        return read(name, exchange);
      }
    }
    return read("click/not-open-yet.txt", exchange);
  }

  private boolean exists(String name) {
    try {
      return Files.exists(directory.resolve(name));
    } catch (InvalidPathException notInThisLocale) {
      if (!toldOfNames.getAndSet(true)) {
        LOG.error(
            "A menu's key can't name a file here (expected: a locale of UTF-8: LANG=C.UTF-8)");
      }
      return false;
    }
  }

  /**
   * The news reply with its first article alone: WeChat allows no more in answer to most messages.
   *
   * @param news a reply as {@link #read} gives it
   */
  public Map<String, Object> firstArticle(@Body Map<String, Object> news) {
    Map<?, ?> content = (Map<?, ?>) news.getOrDefault("news", Map.of());
    List<?> articles = content.get("articles") instanceof List<?> list ? list : List.of();
    return Map.of(
        "msgtype", "news", "news", Map.of("articles", articles.stream().limit(1).toList()));
  }

  /** The content of a file as it is, its {@code ${…}} still open. */
  Object content(String name) {
    return content(name, (file, anything) -> {});
  }

  /**
   * As {@link #content(String)}, for a file that must have a shape of its own.
   *
   * @param shape throws a BrokenReplyFile where it has another
   */
  Object content(String name, BiConsumer<Path, Object> shape) {
    Content known = good.get(name);
    if (known != null && known.isFresh()) {
      return known.reply;
    }
    Path file = directory.resolve(name);
    FileTime changed = null;
    try {
      changed = Files.getLastModifiedTime(file);
      if (known != null && known.settled && known.changed.equals(changed)) {
        good.put(name, new Content(changed, true, System.nanoTime(), known.reply));
        return known.reply;
      }
      String raw = Files.readString(file);
      Object reply = parse(file, raw);
      Templates.check(file, raw, reply);
      shape.accept(file, reply);
      good.put(name, new Content(changed, isSettled(changed), System.nanoTime(), reply));
      told.remove(name);
      return reply;
    } catch (IOException unreadable) {
      return lastGood(
          name,
          changed,
          new BrokenReplyFile(
              new Problem(file.toString(), "not readable", "a file of UTF-8 text"), unreadable));
    } catch (BrokenReplyFile broken) {
      return lastGood(name, changed, broken);
    }
  }

  /** A broken file takes nobody down who was answered before. */
  private Object lastGood(String name, @Nullable FileTime changed, BrokenReplyFile broken) {
    Content known = good.get(name);
    if (known == null) {
      throw broken;
    }
    String problem = changed + " " + broken.getMessage();
    if (!problem.equals(told.put(name, problem))) {
      LOG.error("{}. Its last good version is used.", broken.getMessage());
    }
    return known.reply;
  }

  /** A file that has just changed may change again before its time does: it is read again. */
  private static boolean isSettled(FileTime changed) {
    return changed.toInstant().isBefore(Instant.now().minusSeconds(2));
  }

  private Object parse(Path file, String content) {
    String text = content.startsWith("\uFEFF") ? content.substring(1) : content; // Windows' mark
    Object reply = file.toString().endsWith(".json") ? json(file, text) : text.strip();
    if (reply instanceof String empty && !Characters.isVisible(empty)) {
      throw BrokenReplyFile.empty(file.toString());
    }
    return reply;
  }

  private Object json(Path file, String text) {
    try {
      return Objects.requireNonNullElse(json.readValue(text, Object.class), "");
    } catch (JsonProcessingException malformed) {
      var at = malformed.getLocation();
      throw new BrokenReplyFile(
          "%s, line %d, column %d".formatted(file, at.getLineNr(), at.getColumnNr()),
          "not JSON",
          "WeChat's customer-service shape");
    }
  }

  /** Fills in the {@code ${…}} of all texts; what they yield is not looked at again. */
  Object fill(Object content, Exchange exchange) {
    if (content instanceof String text) {
      return Templates.fill(text, exchange);
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

  /**
   * A version of a file.
   *
   * @param settled whether another version would have another time
   * @param seen when the file was last looked at, by the monotonic clock
   */
  private record Content(FileTime changed, boolean settled, long seen, Object reply) {

    /** The file is looked at once a second, not for every message. */
    boolean isFresh() {
      return settled && System.nanoTime() - seen < 1_000_000_000L;
    }
  }
}
