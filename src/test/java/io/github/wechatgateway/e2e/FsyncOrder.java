package io.github.wechatgateway.e2e;

import io.github.wechatgateway.e2e.SystemCalls.Call;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whether each text that was answered with nothing was on disk by then: written into the journal,
 * and after that synced, before the write of the answer began.
 */
final class FsyncOrder implements SystemCalls.Listener {
  /** As it stands in what WeChat posts, and thus in the journal. */
  private static final Pattern CONTENT = Pattern.compile("CDATA\\[(slow \\d+)]");

  private final Map<String, String> asked = new HashMap<>();
  private final Map<String, Set<String>> written = new HashMap<>();
  private final IdentityHashMap<Call, Set<String>> syncing = new IdentityHashMap<>();
  private final Set<String> synced = new HashSet<>();
  private final List<String> answeredAfter = new ArrayList<>();
  private final List<String> answeredBefore = new ArrayList<>();

  List<String> answeredAfter() {
    return answeredAfter;
  }

  /** These would have been lost by a power cut. */
  List<String> answeredBefore() {
    return answeredBefore;
  }

  @Override
  public void begins(Call call) {
    if (call.isSync()) {
      syncing.put(call, new HashSet<>(written.getOrDefault(call.file(), Set.of())));
    } else if (isEmptyAnswer(call)) {
      String content = asked.remove(call.file());
      if (content != null) {
        (synced.contains(content) ? answeredAfter : answeredBefore).add(content);
      }
    }
  }

  @Override
  public void ended(Call began, Call call) {
    if (call.isSync()) {
      synced.addAll(syncing.remove(began));
    } else if (isOfJournal(call)) {
      contents(call)
          .forEach(
              content -> written.computeIfAbsent(call.file(), f -> new HashSet<>()).add(content));
    } else if (call.isRead()) {
      contents(call).forEach(content -> asked.put(call.file(), content));
    }
  }

  private static boolean isEmptyAnswer(Call call) {
    return call.data().startsWith("HTTP/1.1 200 ")
        && call.data().toLowerCase(Locale.ROOT).contains("content-length: 0\r\n");
  }

  private static boolean isOfJournal(Call call) {
    return call.file().contains("data/queue/journal/");
  }

  /** A text of JMS has two bytes for each character. */
  private static List<String> contents(Call call) {
    List<String> contents = new ArrayList<>();
    Matcher content = CONTENT.matcher(call.data().replace("\0", ""));
    while (content.find()) {
      contents.add(content.group(1));
    }
    return contents;
  }
}
