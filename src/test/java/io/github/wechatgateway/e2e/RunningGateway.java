package io.github.wechatgateway.e2e;

import io.github.wechatgateway.GatewayForTests;
import java.net.URI;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.AdviceWith;
import org.apache.camel.component.platform.http.PlatformHttpComponent;
import org.apache.camel.main.Main;

/**
 * The gateway as it ships, with an account for each mode. Most end-to-end tests share one. Its
 * {@code on-link} does what the link's title says, and its {@code on-event-scan} what the code's
 * scene says, for the sake of handlers that fail.
 */
final class RunningGateway implements AutoCloseable {
  /** Their values are looked for in the log of the whole run, which must not hold them. */
  static final String TOKEN = "canaryToken7Qx";

  static final String AES_KEY = "Q2FuYXJ5Q2FuYXJ5Q2FuYXJ5Q2FuYXJ5Q2FuYXJ5QzE";
  static final String PREVIOUS_AES_KEY = "UHJldmlvdXNDYW5hcnlQcmV2aW91c0NhbmFyeVByZXY";
  static final String APP_ID = "wx5823bf96d3bd56c7";
  static final String APP_SECRET = "canarySecret5f0e2d9b";

  static final String LATE_TEXT = "还在查询，请稍后再问";

  private static final RunningGateway SHARED = start(Map.of());

  private final Main main;

  private RunningGateway(Main main) {
    this.main = main;
  }

  /** The callback URL of an account at the one that tests share. */
  static URI url(String account) {
    return SHARED.at(account);
  }

  static URI management(String path) {
    return URI.create(
        "http://127.0.0.1:" + GatewayForTests.managementPort(SHARED.context()) + path);
  }

  /** One for a test that needs settings, or the whole gateway, for itself. */
  static RunningGateway start(Map<String, String> settings) {
    Main main = GatewayForTests.main();
    account(main, "plain", "plain");
    account(main, "compatible", "compatible");
    account(main, "safe", "safe");
    account(main, "late", "plain");
    main.addOverrideProperty("wechat.accounts.late.late-text", LATE_TEXT);
    for (String account : new String[] {"compatible", "safe", "late"}) {
      String prefix = "wechat.accounts." + account + ".encoding-aes-key";
      main.addOverrideProperty(prefix, AES_KEY);
      main.addOverrideProperty(prefix + "-previous", PREVIOUS_AES_KEY);
    }
    settings.forEach(main::addOverrideProperty);
    try {
      main.start();
      misbehave(main.getCamelContext(), "on-link", "answer-link");
      misbehave(main.getCamelContext(), "on-event-scan", "answer-scan");
    } catch (Exception failed) {
      throw new IllegalStateException(failed);
    }
    RunningGateway gateway = new RunningGateway(main);
    gateway.warmUp();
    return gateway;
  }

  /** The first messages load classes: they would be late for tests that count WeChat's seconds. */
  private void warmUp() {
    WeChatClient wechat = new WeChatClient();
    wechat.postPlain(at("plain"), Xml.text("hi"));
    wechat.postPlain(at("plain"), Xml.link(MisbehavingHandler.STOP));
    wechat.postSafe(at("safe"), Xml.text("hi"));
  }

  URI at(String account) {
    int port =
        context()
            .getComponent("platform-http", PlatformHttpComponent.class)
            .getEngine()
            .getServerPort();
    return URI.create("http://127.0.0.1:" + port + "/wechat/" + account);
  }

  CamelContext context() {
    return main.getCamelContext();
  }

  /** Ends as after SIGTERM. */
  @Override
  public void close() {
    main.stop();
  }

  private static void misbehave(CamelContext context, String route, String step) throws Exception {
    AdviceWith.adviceWith(
        context, route, it -> it.weaveById(step).replace().process(new MisbehavingHandler()));
  }

  private static void account(Main main, String name, String encryption) {
    String prefix = "wechat.accounts." + name + ".";
    main.addOverrideProperty(prefix + "app-id", APP_ID);
    main.addOverrideProperty(prefix + "app-secret", APP_SECRET);
    main.addOverrideProperty(prefix + "token", TOKEN);
    main.addOverrideProperty(prefix + "encryption", encryption);
    main.addOverrideProperty(prefix + "late-reply", "retries");
  }
}
