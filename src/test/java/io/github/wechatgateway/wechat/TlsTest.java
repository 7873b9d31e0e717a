package io.github.wechatgateway.wechat;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wechatgateway.junit.GatewayExtension;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which servers are taken for WeChat. */
class TlsTest {
  @Test
  void a_host_with_a_trusted_certificate_of_its_name_is_called(@TempDir Path folder)
      throws Exception {
    ServerKey key = ServerKey.of("localhost", folder);
    try (StubWeChat wechat = new StubWeChat(key.sockets(), TlsTest::answer)) {
      String answer = key.trusted(() -> with(wechat, caller -> caller.get("/some")));

      assertThat(answer).isEqualTo("{}");
      assertThat(wechat.requests("/some?access_token=t ")).hasSize(1);
    }
  }

  @Test
  void a_host_with_a_certificate_that_nobody_trusts_is_sent_nothing(@TempDir Path folder)
      throws Exception {
    ServerKey key = ServerKey.of("localhost", folder);
    try (StubWeChat wechat = new StubWeChat(key.sockets(), TlsTest::answer)) {
      WeChatRefusal refusal = with(wechat, caller -> caller.refused("/some"));

      assertThat(refusal.reason()).isEqualTo(ErrCode.UNREACHABLE);
      assertThat(refusal).hasMessageContaining("CertPathBuilderException");
      assertThat(wechat.requests("HTTP/")).isEmpty();
    }
  }

  @Test
  void a_host_with_a_trusted_certificate_of_another_name_is_sent_nothing(@TempDir Path folder)
      throws Exception {
    ServerKey key = ServerKey.of("api.example.com", folder);
    try (StubWeChat wechat = new StubWeChat(key.sockets(), TlsTest::answer)) {
      WeChatRefusal refusal = key.trusted(() -> with(wechat, caller -> caller.refused("/some")));

      assertThat(refusal.reason()).isEqualTo(ErrCode.UNREACHABLE);
      assertThat(refusal).hasMessageContaining("SSLPeerUnverifiedException");
      assertThat(wechat.requests("HTTP/")).isEmpty();
    }
  }

  private interface Work<T> {
    T with(Caller caller) throws Exception;
  }

  private static <T> T with(StubWeChat wechat, Work<T> work) throws Exception {
    GatewayExtension gateway =
        new GatewayExtension()
            .setting("wechat.api.url", wechat.https().toString())
            .setting("wechat.api.retries", "0")
            .start();
    try {
      return work.with(new Caller(gateway.context()));
    } finally {
      gateway.stop();
    }
  }

  private static void answer(String request, OutputStream out) throws IOException {
    boolean token = request.contains("/cgi-bin/stable_token");
    StubWeChat.json(out, token ? "{\"access_token\":\"t\",\"expires_in\":7200}" : "{}");
  }
}
