package io.github.wechatgateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wechatgateway.check.Lines;
import io.github.wechatgateway.wechat.StubWeChat;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.apache.camel.main.BaseMainSupport;
import org.apache.camel.main.MainConstants;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What is told of accounts, through a gateway that is tried with a stub for WeChat. */
class LiveChecksTest {
  private static final String TOKEN =
      "{\"access_token\":\"canaryAccessToken\",\"expires_in\":7200}";

  private static volatile StubWeChat.Answer answer = LiveChecksTest::token;

  private static final StubWeChat WECHAT =
      new StubWeChat((request, out) -> answer.write(request, out));

  private static final Gateway GATEWAY = new Gateway("sandbox", true);
  private static final Startup STARTUP =
      new Startup(new Profile("sandbox"), GATEWAY, new OwnDoor());

  @BeforeAll
  static void try_a_gateway() {
    Map<String, String> settings =
        Map.of(
            "camel.main.name",
            GatewayForTests.uniqueName(),
            "camel.server.port",
            Integer.toString(GatewayForTests.freePort()),
            "camel.management.port",
            Integer.toString(GatewayForTests.freePort()),
            "camel.management.enabled",
            "false",
            "wechat.api.url",
            WECHAT.uri().toString(),
            "wechat.queue.folder",
            GatewayForTests.queueFolder(),
            "wechat.accounts.demo.access-token",
            "classic",
            "wechat.accounts.shop.app-id",
            "wxdemo0000000001",
            "wechat.accounts.shop.app-secret",
            Canaries.APP_SECRET,
            "wechat.accounts.shop.token",
            "shoptoken");
    settings.forEach(STARTUP.camel()::addOverrideProperty);
    assertThat(STARTUP.start(BaseMainSupport::start)).isEmpty();
  }

  @AfterAll
  static void stop() throws IOException {
    STARTUP.camel().stop();
    System.clearProperty(MainConstants.PROFILE);
    WECHAT.close();
  }

  @Test
  void all_is_right_where_wechat_gives_tokens() {
    answer = LiveChecksTest::token;

    Lines lines = look();

    assertThat(lines.good()).as(lines.toString()).isTrue();
    assertThat(lines.about("token of demo")).startsWith("ok").endsWith(": WeChat gives one");
    assertThat(lines.about("token of shop")).startsWith("ok");
    assertThat(lines.about("callback of demo"))
        .startsWith("ok")
        .contains("a URL check and a message (encrypted) through a door");
    assertThat(lines.about("callback of shop")).startsWith("ok").contains("(in clear, 明文模式)");
    assertThat(lines.about("running gateway, account demo")).startsWith("ok").contains("none");
    assertThat(lines.about("host 127.0.0.1")).startsWith("ok");
    assertThat(lines.about("clock")).startsWith("warning");
    assertThat(lines.about("folder data/spool")).startsWith("ok");
    assertThat(lines.about("journal")).startsWith("ok").endsWith(": free");
    assertThat(lines.all()).noneMatch(Canaries.in(List.of("demotoken", "shoptoken")));
  }

  @Test
  void no_token_of_another_program_is_disturbed() {
    answer = LiveChecksTest::token;

    look();

    assertThat(WECHAT.requests("/cgi-bin/token")).isEmpty();
    assertThat(WECHAT.requests("/cgi-bin/stable_token"))
        .isNotEmpty()
        .allSatisfy(request -> assertThat(request).contains("\"force_refresh\":false"));
  }

  private static Lines look() {
    return Lines.of(LiveChecks.of(GATEWAY.parts()));
  }

  private static void token(String request, OutputStream out) throws IOException {
    StubWeChat.json(out, TOKEN);
  }

  @Test
  void a_host_that_hangs_keeps_nothing_else() throws Exception {
    CountDownLatch end = new CountDownLatch(1);
    answer = (request, out) -> end.await();

    Lines lines = Lines.of(LiveChecks.of(GATEWAY.parts()), Duration.ofSeconds(4));
    end.countDown();

    assertThat(lines.good()).isFalse();
    assertThat(lines.about("token of demo")).startsWith("problem").contains("not done within");
    assertThat(lines.about("callback of demo")).startsWith("ok");
  }
}
