package io.github.wechatgateway.sandbox.api;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Names of files such as {@code =?UTF-8?B?5Zu+LmpwZw==?=}, which HTTP clients that are made of mail
 * clients send.
 *
 * <p>Netty writes a space for each {@code =} of a name; neither form of word has a space of its
 * own.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc2047#section-2">RFC 2047, encoded-word</a>
 */
final class EncodedWords {
  private static final Pattern WORD =
      Pattern.compile("[= ]?\\?utf-8\\?([BQ])\\?([^?]*)\\?[= ]*", Pattern.CASE_INSENSITIVE);

  private static final Pattern ESCAPE = Pattern.compile("=([0-9A-Fa-f]{2})");

  private EncodedWords() {}

  static String decode(String name) {
    return WORD.matcher(name)
        .replaceAll(
            word -> {
              String text = word.group(2).replace(' ', '=');
              return Matcher.quoteReplacement(
                  word.group(1).equalsIgnoreCase("B") ? base64(text) : quoted(text));
            });
  }

  private static String base64(String text) {
    return new String(Base64.getMimeDecoder().decode(text), StandardCharsets.UTF_8);
  }

  /** Each escape becomes a character of Latin 1, which is the byte that it means. */
  private static String quoted(String text) {
    String bytes =
        ESCAPE
            .matcher(text.replace('_', ' '))
            .replaceAll(
                escape ->
                    Matcher.quoteReplacement(
                        String.valueOf((char) Integer.parseInt(escape.group(1), 16))));
    return new String(bytes.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
  }
}
