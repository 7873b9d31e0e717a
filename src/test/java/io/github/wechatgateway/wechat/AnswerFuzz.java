package io.github.wechatgateway.wechat;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.DictionaryEntries;
import com.code_intelligence.jazzer.junit.FuzzTest;
import io.github.wechatgateway.wechat.media.BadMedia;
import io.github.wechatgateway.wechat.media.VideoHosts;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** Whatever is answered in WeChat's place has an outcome, and what is logged of it is harmless. */
public class AnswerFuzz {
  private static final WeChatCall CALL = WeChatCall.get("shop", "/cgi-bin/token", "");
  private static final VideoHosts HOSTS = new VideoHosts(Set.of("weixin.qq.com"));
  private static final List<URI> API = List.of(URI.create("https://api.weixin.qq.com"));

  @DictionaryEntries({
    "{\"errcode\":",
    "40001",
    "-1",
    "\"40164\"",
    "\"errmsg\":\"",
    "invalid ip 1.2.3.4 ipv6 ::ffff:1.2.3.4",
    "rid: 5f4d-11-22",
    "\"access_token\":\"",
    "\"expires_in\":7200",
    "1e9",
    "99999999999999999999",
    "null",
    "true",
    "[]",
    "{}",
    "\"video_url\":\"http://mp.weixin.qq.com/x\"",
    "http://weixin.qq.com@"
  })
  @FuzzTest
  public void an_answer_has_an_outcome(byte[] input) {
    for (int status : new int[] {200, 302, 412, 429, 502}) {
      WeChatAnswer answer = WeChatAnswer.of(status, "text/plain", input);
      Outcome outcome = Outcome.of(answer, status == 200);
      assertThat(outcome.detail()).hasSizeLessThan(120).doesNotContain("\n", "\r");
      if (outcome.reason() == ErrCode.OK) {
        assertThat(FetchToken.token(CALL, answer, "access_token", Instant.EPOCH)).isNotNull();
      }
    }
    checkVideo(WeChatAnswer.of(200, "", input).json().path("video_url").asText());
    checkVideo(new String(input, UTF_8));
  }

  private static void checkVideo(String url) {
    try {
      assertThat(HOSTS.allowed(url, API).getHost()).endsWithIgnoringCase("weixin.qq.com");
    } catch (BadMedia refused) {
      assertThat(refused.getMessage()).contains("video_url");
    }
  }
}
