package io.github.wechatgateway.e2e;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What strace tells of reads, writes and syncs, in its order: a call begins not before it is told
 * that it does, and has ended when that is told.
 */
final class SystemCalls implements Consumer<String> {
  private static final Pattern BEGINS =
      Pattern.compile("(\\d+) +(\\w+)\\(\\d+<([^>]*)>(?:, (.*))?.*");
  private static final Pattern RESUMES = Pattern.compile("(\\d+) +<\\.\\.\\. (\\w+) resumed>(.*)");
  private static final Pattern TEXT = Pattern.compile("\"((?:\\\\x[0-9a-f]{2})*)\"");
  private static final String UNFINISHED = "<unfinished ...>";

  private final Map<String, Call> unfinished = new HashMap<>();
  private final Listener listener;

  SystemCalls(Listener listener) {
    this.listener = listener;
  }

  /**
   * One call.
   *
   * @param name write, fdatasync …
   * @param file its path, or what a socket is called
   * @param data that is written, or has been read; a character for each byte
   */
  record Call(String name, String file, String data) {
    boolean isRead() {
      return name.startsWith("read") || name.startsWith("recv");
    }

    boolean isSync() {
      return name.endsWith("sync");
    }
  }

  interface Listener {
    void begins(Call call);

    /** The same call, or for a read one with its data. */
    void ended(Call began, Call call);
  }

  @Override
  public void accept(String line) {
    Matcher resumes = RESUMES.matcher(line);
    if (resumes.matches()) {
      Call began = unfinished.remove(resumes.group(1));
      if (began != null && !failed(line)) {
        listener.ended(
            began,
            began.isRead() ? new Call(began.name(), began.file(), data(resumes.group(3))) : began);
      }
      return;
    }
    Matcher begins = BEGINS.matcher(line);
    if (begins.matches()) {
      Call call = new Call(begins.group(2), decoded(begins.group(3)), data(line));
      listener.begins(call);
      if (line.endsWith(UNFINISHED)) {
        unfinished.put(begins.group(1), call);
      } else if (!failed(line)) {
        listener.ended(call, call);
      }
    }
  }

  private static boolean failed(String line) {
    return line.lastIndexOf(" = -1 ") > line.lastIndexOf('"');
  }

  /** All that is between quotation marks: the parts of a writev, too. */
  private static String data(String arguments) {
    StringBuilder data = new StringBuilder();
    Matcher text = TEXT.matcher(arguments);
    while (text.find()) {
      data.append(decoded(text.group(1)));
    }
    return data.toString();
  }

  private static String decoded(String hex) {
    return hex.startsWith("\\x")
        ? new String(HexFormat.of().parseHex(hex.replace("\\x", "")), ISO_8859_1)
        : hex;
  }
}
