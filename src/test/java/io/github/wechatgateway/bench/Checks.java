package io.github.wechatgateway.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.wechatgateway.e2e.WeChatClient;
import io.github.wechatgateway.e2e.Xml;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Whether what a server answers is right: nothing is timed before. */
final class Checks {
  private static final WeChatClient WECHAT =
      new WeChatClient(Account.TOKEN, Account.AES_KEY, Account.APP_ID);

  private final Server server;
  private long id = System.currentTimeMillis() * 10_000;

  Checks(Server server) {
    this.server = server;
  }

  /** The sizes of the answers to {@link Requests}, once these and others are right. */
  Sizes check(Peer peer) throws IOException {
    String welcome = Files.readString(Path.of("config", "replies", "welcome.txt")).strip();
    Map<String, String> answers =
        Map.of(
            Requests.TEXT,
            welcome,
            "请问你们几点开门？",
            "我们的营业时间是每天 9:00 至 18:00。",
            " Hello　",
            "您好！有什么可以帮您？回复“人工”转接客服。");
    answers.forEach(
        (text, answer) -> {
          checkReply(plain(message(text)).body(), answer);
          checkReply(WECHAT.opened(encrypted(message(text)).body()), answer);
        });
    checkSignatures();
    checkCopies(peer);
    return new Sizes(
        plain(message(Requests.TEXT)).body().getBytes(UTF_8).length,
        encrypted(message(Requests.TEXT)).body().getBytes(UTF_8).length);
  }

  private static void checkReply(String xml, String content) {
    same("gh_7f083739789a", Xml.text(xml, "FromUserName"));
    same(Requests.FIRST_USER, Xml.text(xml, "ToUserName"));
    same("text", Xml.text(xml, "MsgType"));
    same(content, Xml.text(xml, "Content"));
    long age = System.currentTimeMillis() / 1000 - Long.parseLong(Xml.text(xml, "CreateTime"));
    same("true", String.valueOf(age >= 0 && age < 60));
  }

  private void checkSignatures() {
    Map<String, String> query = WECHAT.signed();
    query.replace("nonce", "1");
    same("403", status(WECHAT.post(server.url(), query, message(Requests.TEXT))));
    Map<String, String> another = WECHAT.signed("another Encrypt");
    String envelope = WeChatClient.envelope(WECHAT.encrypt(message(Requests.TEXT)));
    same("403", status(WECHAT.post(server.url(), another, envelope)));
  }

  /** The gateway gives a copy the same answer; the limit only knows that it is one. */
  private void checkCopies(Peer peer) {
    String message = message(Requests.TEXT);
    String first = plain(message).body();
    String copy = plain(message).body();
    same(peer == Peer.GATEWAY ? first : "", copy);
  }

  private String message(String text) {
    return Requests.message(text, System.currentTimeMillis() / 1000, Long.toString(id++));
  }

  private HttpResponse<String> plain(String message) {
    HttpResponse<String> answer = WECHAT.postPlain(server.url(), message);
    same("200", status(answer));
    return answer;
  }

  private HttpResponse<String> encrypted(String message) {
    HttpResponse<String> answer = WECHAT.postSafe(server.url(), message);
    same("200", status(answer));
    return answer;
  }

  private static String status(HttpResponse<String> answer) {
    return Integer.toString(answer.statusCode());
  }

  private static void same(String expected, String actual) {
    if (!expected.equals(actual)) {
      throw new WrongAnswer("expected: " + expected + "\nbut was: " + actual);
    }
  }

  record Sizes(int plain, int encrypted) {
    int of(boolean sealed) {
      return sealed ? encrypted : plain;
    }
  }
}
