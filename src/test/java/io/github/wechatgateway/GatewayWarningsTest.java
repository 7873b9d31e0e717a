package io.github.wechatgateway;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.camel.main.Main;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class GatewayWarningsTest {
  @RegisterExtension final LogLines log = new LogLines(Gateway.class);

  @Test
  void an_account_is_told_at_start_that_its_late_answers_are_not_sent_yet() throws Exception {
    start("customer-service");

    assertThat(log.lines())
        .contains(
            "WARN account=shop: late-reply=customer-service, but this version sends no late answers yet: it does as with late-reply=retries.");
  }

  @Test
  void an_account_that_counts_on_retries_is_told_nothing_of_late_answers() throws Exception {
    start("retries");

    assertThat(log.lines()).noneMatch(line -> line.contains("account=shop: late-reply"));
  }

  private static void start(String lateReply) throws Exception {
    Main main = GatewayForTests.main();
    main.addOverrideProperty("wechat.accounts.shop.app-id", "wx5823bf96d3bd56c7");
    main.addOverrideProperty("wechat.accounts.shop.app-secret", "0123456789abcdef");
    main.addOverrideProperty("wechat.accounts.shop.token", "sometoken");
    main.addOverrideProperty("wechat.accounts.shop.late-reply", lateReply);
    main.start();
    main.stop();
  }
}
