package io.github.wechatgateway.routes;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.wechatgateway.message.Message;
import io.github.wechatgateway.message.MessageReader;
import io.github.wechatgateway.message.NotAMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Messages as WeChat sends them. */
final class Messages {
  private Messages() {}

  /**
   * A message from {@code src/test/resources/messages/}.
   *
   * @param changes names of elements, each with the text to put into it
   */
  static Message message(String fixture, String... changes) {
    try {
      return new MessageReader().read(xml(fixture, changes));
    } catch (NotAMessage not) {
      throw new IllegalArgumentException(fixture, not);
    }
  }

  /** As {@link #message}, not read yet. */
  static byte[] xml(String fixture, String... changes) {
    String xml = read(fixture);
    for (int i = 0; i < changes.length; i += 2) {
      String element =
          "<%1$s>%2$s</%1$s>".formatted(changes[i], "<![CDATA[" + changes[i + 1] + "]]>");
      Matcher old = Pattern.compile("<%1$s>.*</%1$s>".formatted(changes[i])).matcher(xml);
      if (!old.find()) {
        throw new IllegalArgumentException(fixture + " has no " + changes[i]);
      }
      xml = old.replaceFirst(Matcher.quoteReplacement(element));
    }
    return xml.getBytes(UTF_8);
  }

  private static String read(String fixture) {
    try {
      return Files.readString(Path.of("src/test/resources/messages", fixture + ".xml"));
    } catch (IOException unreadable) {
      throw new IllegalArgumentException(fixture, unreadable);
    }
  }
}
