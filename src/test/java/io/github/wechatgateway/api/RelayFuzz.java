package io.github.wechatgateway.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.DictionaryEntries;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.net.URI;
import java.net.URLDecoder;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Whatever a program wants relayed is one call that it may make, or is refused. */
public class RelayFuzz {
  private final RelayPaths paths = new RelayPaths(List.of("cgi-bin", "wxa"));

  @DictionaryEntries({
    "/cgi-bin",
    "/wxa",
    "/cgi-bin/token",
    "/cgi-bin/stable_token",
    "/cgi-bin/ticket/getticket",
    "/cgi-bin/clear_quota/v2",
    "/cgi-bin/component",
    "/..",
    "//",
    "%2e",
    "%2f",
    ";",
    "access_token=",
    "access%5Ftoken=",
    "%25",
    "%2561",
    "&",
    "+",
    "=",
    "[]",
    "%00",
    "%F0%9F%98%80",
    "%ff"
  })
  @FuzzTest
  public void a_call_is_relayed_as_one_or_refused(byte[] input) {
    String target = new String(input, UTF_8);
    int mark = target.indexOf('?');
    String path = mark < 0 ? target : target.substring(0, mark);
    String query = mark < 0 ? "" : target.substring(mark + 1);
    checkKey(target);
    boolean passes = passes(path);
    String written = written(query);
    if (passes && written != null) {
      URI uri = URI.create("https://api.weixin.qq.com" + path + "?" + written);
      assertThat(uri.normalize().getPath()).isEqualTo(path);
      assertThat(uri.getRawQuery()).isEqualTo(written);
    }
  }

  private boolean passes(String path) {
    try {
      paths.check(path);
      return true;
    } catch (ApiProblem refused) {
      return false;
    }
  }

  /** Null where it is refused. */
  private static @Nullable String written(String query) {
    String written;
    try {
      written = RelayQuery.of(query);
      assertThat(RelayQuery.of(written)).isEqualTo(written);
    } catch (ApiProblem refused) {
      return null;
    }
    for (String parameter : written.split("&", -1)) {
      String name = URLDecoder.decode(parameter.split("=", 2)[0], UTF_8);
      assertThat(name.toLowerCase(Locale.ROOT)).isNotEqualTo("access_token");
    }
    return written;
  }

  private static void checkKey(String key) {
    try {
      assertThat(IdempotencyKey.id("crm", "shop", key)).matches("[0-9a-f]{32}");
    } catch (ApiProblem refused) {
      assertThat(key).doesNotMatch("[!-~]{1,128}");
    }
  }
}
