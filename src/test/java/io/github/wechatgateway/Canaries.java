package io.github.wechatgateway;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.Base64;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What tests take for secrets and for what users write, or begin it with: none of it may be in the
 * log of the whole run, nor what the stand-in makes up.
 */
public final class Canaries {
  public static final String ACCESS_TOKEN = "canaryAccessToken";
  public static final String APP_SECRET = "canaryApiSecret4e1d";
  public static final String PROXY_PASSWORD = "canaryProxyPass+word";
  public static final String GATEWAY_API_KEY = "canaryGatewayApiKey";
  public static final String SENT_TO = "oCanarySentTo3Rw";
  public static final String SENT = "canarySent 您好";

  private static final List<String> ALL =
      List.of(ACCESS_TOKEN, APP_SECRET, PROXY_PASSWORD, GATEWAY_API_KEY, SENT_TO, SENT);

  /** Of the sandbox profile. */
  private static final List<String> SANDBOX =
      List.of("demosecret00000", "ZGVtb2tleWRlbW9rZXlk", "oSandboxUser");

  /** The stand-in's access tokens, and its tickets. */
  private static final Pattern MADE_UP =
      Pattern.compile("\\b97_[A-Za-z0-9_-]{60}|(?<![A-Za-z0-9_-])[A-Za-z0-9_-]{86}(?![\\w-])");

  private Canaries() {}

  /**
   * Whether a line holds one, as it is, or as it stands in a URL or in Base64.
   *
   * @param more that the test looks for
   */
  public static Predicate<String> in(List<String> more) {
    List<String> forms =
        Stream.of(ALL, SANDBOX, more)
            .flatMap(List::stream)
            .flatMap(Canaries::forms)
            .distinct()
            .toList();
    return line -> forms.stream().anyMatch(line::contains) || MADE_UP.matcher(line).find();
  }

  private static Stream<String> forms(String secret) {
    return Stream.concat(
        Stream.of(secret, URLEncoder.encode(secret, UTF_8)),
        IntStream.range(0, 3).mapToObj(before -> base64(secret, before)));
  }

  /** What is always the same where a text stands after so many bytes, and others follow. */
  private static String base64(String text, int before) {
    byte[] bytes = (" ".repeat(before) + text).getBytes(UTF_8);
    String encoded = Base64.getEncoder().withoutPadding().encodeToString(bytes);
    return encoded.substring(before == 0 ? 0 : before + 1, bytes.length * 8 / 6);
  }
}
