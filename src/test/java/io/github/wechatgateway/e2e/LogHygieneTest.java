package io.github.wechatgateway.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wechatgateway.Canaries;
import io.github.wechatgateway.TestLog;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Nothing secret leaves through a log, at DEBUG. WeChatLogTest is where calls to WeChat leave the
 * most; LogHygieneIT looks at what all tests have logged.
 */
class LogHygieneTest {
  static final List<String> OF_CALLBACKS =
      List.of(
          RunningGateway.TOKEN,
          RunningGateway.AES_KEY,
          RunningGateway.PREVIOUS_AES_KEY,
          RunningGateway.APP_SECRET,
          Xml.USER,
          "canaryTitle",
          "canaryContent",
          "canaryRecognition",
          "demo-key-of-the-sandbox");

  /** The one line of a callback. */
  private static final String ANSWERED =
      ".* DEBUG .* account=plain key=[\\w-]{22} type=text try=1 answer=\\w+ ms=\\d+";

  @Test
  void the_log_holds_no_secret_no_openid_and_nothing_that_a_user_wrote() throws IOException {
    WeChatClient wechat = new WeChatClient();
    String voice = "<MediaId>m</MediaId><Recognition>canaryRecognition</Recognition>";
    wechat.postPlain(RunningGateway.url("plain"), Xml.text("canaryContent"));
    wechat.postSafe(RunningGateway.url("safe"), Xml.message("voice", voice));
    Delivery.of(wechat, RunningGateway.url("plain"), Xml.link(MisbehavingHandler.FAIL)).tryOnce();
    wechat.postPlain(RunningGateway.url("safe"), Xml.text("canaryContent"));
    wechat.postPlain(RunningGateway.url("plain"), "<xml><canaryContent>canaryContent</xml>");

    List<String> log = TestLog.lines();

    assertThat(log)
        .anyMatch(line -> line.contains(" DEBUG "))
        .anyMatch(line -> line.contains("handler=on-link failed"))
        .anyMatch(line -> line.matches(ANSWERED))
        .noneMatch(line -> line.contains(" INFO ") && line.contains(" try=1 "));
    assertThat(log).noneMatch(Canaries.in(OF_CALLBACKS));
  }
}
