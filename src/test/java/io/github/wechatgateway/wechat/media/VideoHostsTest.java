package io.github.wechatgateway.wechat.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VideoHostsTest {
  private static final VideoHosts HOSTS =
      new VideoHosts(Set.of("weixin.qq.com", "tc.qq.com", "127.0.0.1:8080"));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://weixin.qq.com/v",
        "https://mp.weixin.qq.com/v?a=1&b=%20",
        "HTTP://VWEIXINF.TC.QQ.COM/v",
        "http://vweixinf.tc.qq.com:80/v",
        "https://vweixinf.tc.qq.com:443/v",
        "http://127.0.0.1:8080/sandbox/video",
      })
  void wechats_hosts_and_configured_ones_are_allowed(String url) throws BadMedia {
    assertThat(HOSTS.allowed(url, List.of())).hasToString(url);
  }

  @Test
  void where_the_api_is_a_video_may_be() throws BadMedia {
    List<URI> api = List.of(URI.create("http://127.0.0.1:7000/sandbox/wechat"));

    assertThat(HOSTS.allowed("http://127.0.0.1:7000/v", api))
        .hasToString("http://127.0.0.1:7000/v");
    assertThatThrownBy(() -> HOSTS.allowed("http://127.0.0.1:7001/v", api))
        .isInstanceOf(BadMedia.class);
    assertThatThrownBy(() -> HOSTS.allowed("https://127.0.0.1:7000/v", api))
        .isInstanceOf(BadMedia.class);
  }

  @ParameterizedTest
  @CsvSource({
    "http://example.com/v, the host example.com",
    "http://weixin.qq.com.example.com/v, the host weixin.qq.com.example.com",
    "http://notweixin.qq.com/v, the host notweixin.qq.com",
    "http://qq.com/v, the host qq.com",
    "http://weixin.qq.com./v, the host weixin.qq.com.",
    "http://weixin.qq.com:8080/v, the host weixin.qq.com",
    "https://weixin.qq.com:80/v, the host weixin.qq.com",
    "http://127.0.0.1/v, the host 127.0.0.1",
    "http://127.0.0.1:9090/v, the host 127.0.0.1",
    "http://[::1]/v, the host [::1]",
    "http://169.254.169.254/latest, the host 169.254.169.254",
    "http://example.com#@weixin.qq.com/v, the host example.com",
  })
  void another_host_is_refused_by_its_name(String url, String found) {
    assertThatThrownBy(() -> HOSTS.allowed(url, List.of()))
        .isInstanceOf(BadMedia.class)
        .hasMessage("video_url: %s (expected: one of wechat.media.video-hosts)", found)
        .hasFieldOrPropertyWithValue("status", 502);
  }

  @ParameterizedTest
  @CsvSource({
    "'', another scheme (expected: https or http)",
    "/v, another scheme (expected: https or http)",
    "//weixin.qq.com/v, another scheme (expected: https or http)",
    "file:///etc/passwd, another scheme (expected: https or http)",
    "ftp://weixin.qq.com/v, another scheme (expected: https or http)",
    "http:weixin.qq.com, no plain host (expected: https://host/path)",
    "http://secret@weixin.qq.com/v, no plain host (expected: https://host/path)",
    "http://weixin_qq.com/v, no plain host (expected: https://host/path)",
    "http://微信.qq.com/v, no plain host (expected: https://host/path)",
    "http://example.com\\@weixin.qq.com/v, not a URL (expected: https://host/path)",
    "http://weixin.qq.com/a b, not a URL (expected: https://host/path)",
  })
  void what_is_no_address_is_refused(String url, String problem) {
    assertThatThrownBy(() -> HOSTS.allowed(url, List.of()))
        .isInstanceOf(BadMedia.class)
        .hasMessage("video_url: " + problem);
  }
}
