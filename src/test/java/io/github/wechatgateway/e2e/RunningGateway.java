package io.github.wechatgateway.e2e;

import io.github.wechatgateway.GatewayForTests;
import java.net.URI;
import org.apache.camel.builder.AdviceWith;
import org.apache.camel.component.platform.http.PlatformHttpComponent;
import org.apache.camel.main.Main;

/**
 * The gateway as it ships, started once for all end-to-end tests, with an account for each mode.
 * Its {@code on-link} does what the link's title says, for the sake of handlers that fail.
 */
final class RunningGateway {
  /** Their values are looked for in the log of the whole run, which must not hold them. */
  static final String TOKEN = "canaryToken7Qx";

  static final String AES_KEY = "Q2FuYXJ5Q2FuYXJ5Q2FuYXJ5Q2FuYXJ5Q2FuYXJ5QzE";
  static final String PREVIOUS_AES_KEY = "UHJldmlvdXNDYW5hcnlQcmV2aW91c0NhbmFyeVByZXY";
  static final String APP_ID = "wx5823bf96d3bd56c7";
  static final String APP_SECRET = "canarySecret5f0e2d9b";

  static final String LATE_TEXT = "还在查询，请稍后再问";

  private static final Main MAIN = start();

  private RunningGateway() {}

  static URI url(String account) {
    int port =
        MAIN.getCamelContext()
            .getComponent("platform-http", PlatformHttpComponent.class)
            .getEngine()
            .getServerPort();
    return URI.create("http://127.0.0.1:" + port + "/wechat/" + account);
  }

  static URI management(String path) {
    return URI.create(
        "http://127.0.0.1:" + GatewayForTests.managementPort(MAIN.getCamelContext()) + path);
  }

  private static Main start() {
    Main main = GatewayForTests.main();
    account(main, "plain", "plain");
    account(main, "compatible", "compatible");
    account(main, "safe", "safe");
    account(main, "late", "plain");
    main.addOverrideProperty("wechat.accounts.late.late-reply", "retries");
    main.addOverrideProperty("wechat.accounts.late.late-text", LATE_TEXT);
    for (String account : new String[] {"compatible", "safe", "late"}) {
      String prefix = "wechat.accounts." + account + ".encoding-aes-key";
      main.addOverrideProperty(prefix, AES_KEY);
      main.addOverrideProperty(prefix + "-previous", PREVIOUS_AES_KEY);
    }
    try {
      main.start();
      AdviceWith.adviceWith(
          main.getCamelContext(),
          "on-link",
          link -> link.weaveById("answer-link").replace().process(new MisbehavingHandler()));
    } catch (Exception failed) {
      throw new IllegalStateException(failed);
    }
    return main;
  }

  private static void account(Main main, String name, String encryption) {
    String prefix = "wechat.accounts." + name + ".";
    main.addOverrideProperty(prefix + "app-id", APP_ID);
    main.addOverrideProperty(prefix + "app-secret", APP_SECRET);
    main.addOverrideProperty(prefix + "token", TOKEN);
    main.addOverrideProperty(prefix + "encryption", encryption);
  }
}
