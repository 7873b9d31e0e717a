package io.github.wechatgateway.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.util.Locale;
import java.util.StringJoiner;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The query of a relayed call, written anew, so that nobody can read another in it: without an
 * access token of the caller's, however it is written.
 */
final class RelayQuery {
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]+");

  /** How often a name may have been encoded over again: each round costs time. */
  private static final int ROUNDS = 3;

  private RelayQuery() {}

  /**
   * Writes it.
   *
   * @param query as it was sent
   */
  static String of(@Nullable String query) throws ApiProblem {
    StringJoiner written = new StringJoiner("&");
    for (String parameter : query == null ? new String[0] : query.split("&")) {
      String[] sides = parameter.split("=", 2);
      String name = decoded(sides[0]);
      if (!parameter.isEmpty() && !isToken(name)) {
        if (!NAME.matcher(name).matches()) {
          throw ApiProblem.badRequest("query", "a name with other characters", "name=value&…");
        }
        String value = sides.length == 1 ? "" : decoded(sides[1]);
        written.add(name + "=" + URLEncoder.encode(value, UTF_8));
      }
    }
    return written.toString();
  }

  /** Also where somebody behind us would decode it again, or read signs as others. */
  private static boolean isToken(String name) throws ApiProblem {
    String last = name;
    for (int round = 0; round < ROUNDS; round++) {
      last = decoded(last);
    }
    if (!decoded(last).equals(last)) {
      throw ApiProblem.badRequest("query", "a name that is encoded again and again", "once");
    }
    return last.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "").equals("accesstoken");
  }

  private static String decoded(String text) throws ApiProblem {
    try {
      return URLDecoder.decode(text, UTF_8);
    } catch (IllegalArgumentException noPercentEncoding) {
      throw ApiProblem.badRequest("query", "a % that encodes nothing", "name=value&…, encoded");
    }
  }
}
