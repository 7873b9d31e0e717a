package io.github.wechatgateway.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.wechatgateway.junit.GatewayExtension;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Keys;

/** The chat page in a browser. Each test has a user of its own, or begins anew. */
class ChatPageIT {
  private static final String BELOW =
      "Math.floor((chat => chat.scrollHeight - chat.scrollTop - chat.clientHeight)"
          + "(document.getElementById('chat')))";

  private static final String HEIGHT_OF_TROUBLES =
      "document.getElementById('troubles').clientHeight";

  private static final String NOTICE = "该公众号提供的服务出现故障，请稍后再试";

  @RegisterExtension static final GatewayExtension GATEWAY = new GatewayExtension();

  @TempDir static Path folder;

  private static Browser browser;

  @BeforeAll
  static void start_browser() throws IOException {
    browser = Browser.start(folder.resolve("profile"));
  }

  @BeforeEach
  void open_page() {
    browser.size(1360, 900);
    browser.colours("light");
    browser.open(page());
    browser.see("#state[data-state=online]");
    browser.click("#clear");
  }

  @AfterEach
  void nothing_went_wrong() throws IOException {
    assertThat(browser.complaints()).isEmpty();
    assertThat(browser.requests())
        .isNotEmpty()
        .allMatch(
            it ->
                it.startsWith(GATEWAY.uri() + "/sandbox/")
                    || it.startsWith("blob:" + GATEWAY.uri()));
  }

  @AfterAll
  static void stop_browser() {
    browser.close();
  }

  @Test
  void a_text_is_answered_and_seen_on_the_wire() throws IOException {
    write("几点开门");

    browser.see(".item.account .bubble", "9:00 至 18:00");
    browser.click(".entry.delivery summary", "几点开门");
    browser.see(".try h3", "200");
    browser.see(".part pre", "<Content>我们的营业时间是每天");
  }

  @Test
  void an_image_of_ones_own_comes_back() throws IOException {
    int before = browser.all(".item.account .picture img").size();
    browser.click("#more");
    browser.click("[data-kind=image]");
    browser.see("#sheet input[type=file]").sendKeys(Picture.in(folder).toString());
    browser.click("#sheet .main");

    browser.see(".item.account:nth-last-child(1) .picture img");
    assertThat(browser.all(".item.account .picture img")).hasSize(before + 1);
    await("the last message in sight").until(() -> browser.number(BELOW) < 2);
  }

  @Test
  void a_click_in_the_menu_is_answered() {
    browser.click("#menu .head > button", "便民服务");
    browser.click("#menu [data-key=tianqi]");

    browser.see(".item.event", "今日天气");
    browser.see(".item.account .bubble", "12 至 20 度");
  }

  @Test
  void a_late_answer_follows_after_the_user_saw_typing() throws IOException {
    browser.click("[data-trouble=slow]");

    browser.see("#title.typing");
    browser.see(".item.account small", "customer service");
    browser.see(".entry.call", "/cgi-bin/message/custom/send");
  }

  @Test
  void what_wechat_shows_when_no_answer_arrives_leads_to_its_reason() {
    browser.click("[data-trouble=lost]");

    browser.see(".item.fault .notice", NOTICE);
    browser.click(".item.fault:nth-last-child(1) button");
    browser.see(".why", "3 tries without an answer");
    assertThat(browser.all("details[open] .try")).hasSize(3);
  }

  @Test
  void the_gateways_own_record_says_why_in_both_languages() throws IOException {
    browser.click("[data-trouble=lost]");
    browser.see(".item.fault .notice", NOTICE);
    browser.click(".entry.delivery summary");

    browser.see(".record .words", "answers get lost on the way");
    browser.see(".record li:nth-child(1)", "reply");
    assertThat(browser.see(".record li:nth-child(1) time").getText())
        .matches("\\d\\d:\\d\\d:\\d\\d\\.\\d{3}");
    browser.screenshot("record");
    browser.click("#language");
    browser.see(".record .words", "答复在途中丢失");
    browser.click("#language");
  }

  @Test
  void a_bad_signature_is_refused_and_leaves_no_record() {
    browser.click("[data-trouble=signature]");

    browser.see(".entry .dot.bad", "403");
    browser.click(".entry.delivery summary");
    browser.see(".record .facts", "leaves no record");
  }

  @Test
  void a_fault_befalls_the_next_call() {
    browser.click("[data-trouble=fault]");
    browser.click("#sheet .main");

    browser.see(".waiting", "1 waiting");
    browser.click(".waiting button");
    browser.see("#troubles:not(:has(.waiting:not([hidden])))");
  }

  @Test
  void its_language_is_the_browsers_until_another_is_chosen() {
    browser.see("#send", "Send");
    browser.click("#language");
    browser.see("#send", "发送");
    browser.see("#guide h2", "先试三件事");
    browser.forgetChoices();
    browser.speak("zh-CN");
    browser.open(page());
    browser.see("#send", "发送");
    browser.speak("en-GB");
  }

  @Test
  void all_of_it_can_be_used_at_375_pixels() throws IOException {
    browser.size(375, 780);
    write("您好");
    browser.see(".item.account .bubble", "有什么可以帮您");
    assertThat(browser.number("document.documentElement.scrollWidth")).isEqualTo(375);
    browser.screenshot("narrow");

    browser.click("#tabs [data-tab=wire]");
    browser.see(".entry", "您好");
    assertThat(browser.number(HEIGHT_OF_TROUBLES)).isGreaterThan(20);
    assertThat(browser.number("document.documentElement.scrollWidth")).isEqualTo(375);
    browser.screenshot("narrow-wire");
  }

  @Test
  void it_is_used_by_keyboard_alone() {
    browser.see("#text").sendKeys("hello", Keys.ENTER);
    browser.see(".item.user .bubble", "hello");
    browser.see("#more").sendKeys(Keys.ENTER);
    browser.see("[data-kind=location]").sendKeys(Keys.ENTER);
    browser.see("#sheet [name=label]").sendKeys(Keys.ENTER);

    browser.see(".item.account .bubble", "您的位置");
  }

  @Test
  void what_a_user_writes_is_no_markup() {
    write("<img src=x onerror=alert(1)> <a href=\"javascript:alert(1)\">tap</a>");

    browser.see(".item.user .bubble", "<img src=x onerror=alert(1)>");
    assertThat(browser.all(".item.user .bubble img, .bubble a[href^=javascript]")).isEmpty();
  }

  @Test
  void a_message_that_comes_twice_is_seen_once() {
    user("oSandboxUser2");
    browser.click("[data-trouble=duplicate]");

    browser.see(".entry.delivery:nth-child(2) .chip.reply");
    browser.see(".entry.delivery:nth-child(1) .chip.reply");
    assertThat(browser.all(".item.user")).hasSize(1);
    assertThat(browser.all(".item.account")).hasSize(1);
  }

  @Test
  void who_does_not_follow_does_so_by_a_qr_code() {
    browser.click("#more");
    browser.click("[data-kind=unfollow]");
    browser.see(".item.event", "no longer follow");
    browser.click("#more");
    browser.click("[data-kind=scan]");
    browser.click("#sheet .main");

    browser.see(".item.event", "You follow the account by a QR code: poster-1");
    browser.see(".item.account .bubble", "您扫描的二维码场景：poster-1");
  }

  @Test
  void a_signed_request_is_copied_as_a_command_that_works() throws Exception {
    browser.allowClipboard(GATEWAY.uri());
    browser.see("#mode").sendKeys("safe");
    write("it's me");
    browser.click(".entry.delivery summary", "it's me");
    browser.click(".try button");
    browser.see("#toast", "copied");

    HttpResponse<String> answer = Curl.run(browser.clipboard());
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).contains("<Encrypt>");
  }

  @Test
  void an_access_token_that_expires_is_fetched_anew() {
    browser.click("[data-trouble=token]");
    browser.see("#toast", "every access token is over");
    browser.click("[data-trouble=slow]");

    browser.see(".entry.call", "/cgi-bin/stable_token");
    browser.see(".entry.call .chip.fault", "42001");
  }

  @Test
  void it_looks_well() throws IOException {
    conversation();
    browser.screenshot("chat");
    browser.colours("dark");
    browser.screenshot("chat-dark");
    browser.colours("light");
    browser.click("#language");
    browser.see("#send", "发送");
    browser.screenshot("chat-zh");
    browser.click("#language");
  }

  private static void conversation() {
    user("oSandboxUser3");
    GATEWAY.deliverAs(as(Map.of("MsgType", "event", "Event", "subscribe", "EventKey", "")));
    GATEWAY.deliverAs(as(Map.of("MsgType", "text", "Content", "你好")));
    GATEWAY.deliverAs(
        as(
            Map.of(
                "MsgType",
                "voice",
                "MediaId",
                "none",
                "Format",
                "amr",
                "Recognition",
                "附近有什么好吃的")));
    GATEWAY.deliverAs(as(Map.of("MsgType", "event", "Event", "CLICK", "EventKey", "xiugaixinxi")));
    browser.see(".item.account .bubble", "修改您的资料");
    browser.click(".entry.delivery summary", "你好");
    browser.see(".try");
  }

  private static Map<String, Object> as(Map<String, String> message) {
    return Map.of("user", "oSandboxUser3", "message", message);
  }

  private static void user(String user) {
    browser.see("#user").sendKeys(user);
  }

  private static void write(String text) {
    browser.see("#text").sendKeys(text, Keys.ENTER);
  }

  private static String page() {
    return GATEWAY.uri() + "/sandbox/";
  }
}
