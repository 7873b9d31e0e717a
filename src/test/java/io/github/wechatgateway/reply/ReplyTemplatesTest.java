package io.github.wechatgateway.reply;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.wechatgateway.message.Elements;
import io.github.wechatgateway.message.MenuEvent;
import io.github.wechatgateway.message.Text;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is filled into the files, and what comes of the keys of menu items. */
class ReplyTemplatesTest {
  private final Path folder;
  private final ReplyFiles files;
  private final Exchange exchange = new DefaultExchange(new DefaultCamelContext());

  ReplyTemplatesTest(@TempDir Path folder) {
    this.folder = folder;
    files = new ReplyFiles(folder);
  }

  @BeforeEach
  void a_user_says_hello() {
    says("hello");
  }

  @Test
  void templates_are_filled() throws IOException {
    write("a.txt", "You said ${body.content} to ${body.toUserName}.");
    write(
        "a.json",
        "{\"msgtype\":\"text\",\"text\":{\"content\":\"${body.content}\"},\"l\":[\"${body.msgType}\"]}");

    assertThat(files.read("a.txt", exchange)).isEqualTo("You said hello to gh.");
    assertThat(files.read("a.json", exchange))
        .isEqualTo(
            Map.of("msgtype", "text", "text", Map.of("content", "hello"), "l", List.of("text")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"${body.msgType}", "$simple{body}", "{{wechat.x}}", "\"}, {", "\\n", "${", "#{x}"})
  void what_the_user_typed_is_not_evaluated(String typed) throws IOException {
    says(typed);
    write("a.txt", "${body.content}");
    write("b.txt", "You said ${body.content}!");
    write("a.json", "{\"text\":\"${body.content}\"}");

    assertThat(files.read("a.txt", exchange)).isEqualTo(typed);
    assertThat(files.read("b.txt", exchange)).isEqualTo("You said " + typed + "!");
    assertThat(files.read("a.json", exchange)).isEqualTo(Map.of("text", typed));
  }

  @Test
  void a_click_is_answered_by_the_file_of_its_key() throws IOException {
    write("click/a_1.txt", "one");
    write("click/B-2.json", "{\"msgtype\":\"text\"}");

    assertThat(click("a_1")).isEqualTo("one");
    assertThat(click("B-2")).isEqualTo(Map.of("msgtype", "text"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "none",
        "",
        "../secret",
        "..%2Fsecret",
        "/etc/hostname",
        "a/b",
        ".",
        "a\0",
        "按钮",
        "..",
        "a..b",
        ".hidden",
        "a\\b",
        "a\nb",
        "C:a",
        "~"
      })
  void a_click_with_any_other_key_leads_nowhere_else(String key) throws IOException {
    write("secret.txt", "secret");
    write("click/a/b.txt", "secret");
    write("click/a..b.txt", "secret");
    write("click/.hidden.txt", "secret");
    write("click/not-open-yet.txt", "soon");

    assertThat(click(key)).isEqualTo("soon");
  }

  @ParameterizedTest
  @ValueSource(strings = {"菜单", "1.50", "about us", "Über-uns", "मेनू", "٣", "null", "true"})
  void a_key_may_have_letters_and_digits_of_any_script(String key) throws IOException {
    write("click/" + key + ".txt", "found");

    assertThat(click(key)).isEqualTo("found");
  }

  @Test
  void a_key_has_128_characters_at_most() throws IOException {
    write("click/not-open-yet.txt", "soon");
    write("click/" + "a".repeat(128) + ".txt", "found");
    write("click/" + "a".repeat(129) + ".txt", "secret");

    assertThat(click("a".repeat(128))).isEqualTo("found");
    assertThat(click("a".repeat(129))).isEqualTo("soon");
    assertThat(click("菜".repeat(128))).isEqualTo("soon"); // no file system has such a name
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "${exchangeProperty.wechatCallback.account.token.value} | ${exchangeProperty",
        "${exchangeProperty.wechatAccountToken} | ${exchangeProperty",
        "${properties:wechat.accounts.demo.token} | ${properties",
        "${env.HOME} | ${env",
        "${env:HOME} | ${env",
        "${sysenv.HOME} | ${sysenv",
        "${sys.user.home} | ${sys",
        "${bean:replies?method=read('x')} | ${bean",
        "${camelContext.stop()} | ${camelContext",
        "${type:java.lang.System} | ${type",
        "${header.x} | ${header",
        "${ body.content} | ${",
        "${body.class.name} | ${body",
        "${body.getClass().getName()} | ${body",
        "${body?.class.name} | ${body",
        "${body.content.getClass().forName('x')} | ${body",
        "${body.field('${env.HOME}')} | ${body",
        "${body.field(\"{{wechat.x}}\")} | ${body",
        "${bodyAs(String)} | ${bodyAs",
        "${body.content | ${body",
        "${body.content} ${env.HOME} | ${env",
        "${date:exchangeProperty.x:yyyy} | ${date",
        "${date:now:bad letters} | ${date",
        "${} | ${",
      })
  void what_leads_to_settings_or_programs_is_refused_when_the_file_is_read(String text, String kind)
      throws IOException {
    write("a.txt", "Hello " + text);
    write("a.json", "{\"l\":[{\"t\":\"%s\"}]}".formatted(text.replace("\"", "\\\"")));

    for (String name : List.of("a.txt", "a.json")) {
      assertThatThrownBy(() -> files.content(name))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage(
              "%s, line 1: %s…} (expected: ${body.…}, ${date:now:…}, ${exchangeProperty.wechatUser} …)"
                  .formatted(folder.resolve(name), kind));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "${body.content} | hello",
        "${body?.content} | hello",
        "a${body.field('Content')}b | ahellob",
        "${body.field(\"none\")}. | .",
        "${body.content.substring(3)} | lo",
        "${body.content.replace('h', 'j').toUpperCase()} | JELLO",
        "${exchangeProperty.wechatUser} | oUser",
        "${exchangeProperty.wechatUser.substring(1)} | User",
        "${exchangeProperty.wechatAccount}! | demo!",
        "${date:now:'year'} | year",
        "$${body.content} | $hello",
        "$simple{env.HOME} {{x}} #{x} | $simple{env.HOME} {{x}} #{x}",
        "resource:file:/etc/hostname ${body.content} | resource:file:/etc/hostname hello",
        "\\n ${body.content} | \\n hello",
      })
  void what_people_who_write_no_programs_need_is_filled_in(String text, String filled)
      throws IOException {
    exchange.setProperty("wechatUser", "oUser");
    exchange.setProperty("wechatAccount", "demo");
    write("a.txt", text);

    assertThat(files.read("a.txt", exchange)).isEqualTo(filled);
  }

  @Test
  void the_date_is_filled_in() throws IOException {
    write("a.txt", "${date:now:yyyy}-${date:now+1d:yyyy-MM-dd HH:mm}");

    assertThat(files.read("a.txt", exchange).toString())
        .matches("\\d{4}-\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d");
  }

  @Test
  void the_first_article_stays_alone() {
    Map<String, Object> news =
        Map.of("msgtype", "news", "news", Map.of("articles", List.of("a", "b")));

    assertThat(files.firstArticle(news))
        .isEqualTo(Map.of("msgtype", "news", "news", Map.of("articles", List.of("a"))));
    assertThat(files.firstArticle(Map.of("msgtype", "news")))
        .isEqualTo(Map.of("msgtype", "news", "news", Map.of("articles", List.of())));
  }

  private Object click(String key) {
    return files.click(
        new MenuEvent.Click(new Elements(Map.of("Event", "CLICK", "EventKey", key))), exchange);
  }

  private void says(String content) {
    exchange
        .getMessage()
        .setBody(
            new Text(
                new Elements(Map.of("ToUserName", "gh", "MsgType", "text", "Content", content))));
  }

  private void write(String name, String content) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.write(file, content.getBytes(UTF_8));
  }
}
