package io.github.wechatgateway.routes;

import static io.github.wechatgateway.routes.Messages.message;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.wechatgateway.RouteUnderTest;
import io.github.wechatgateway.message.Message;
import io.github.wechatgateway.reply.Reply;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OnTextRouteTest {
  @RegisterExtension static final RouteUnderTest ON_TEXT = new RouteUnderTest("handlers/on-text");

  @ParameterizedTest
  @ValueSource(strings = {"tw", "TW", "Tw"})
  void tw_in_any_case_gets_the_first_article_of_the_welcome(String content) throws Exception {
    assertThat(ON_TEXT.reply(text(content)))
        .asInstanceOf(InstanceOfAssertFactories.type(Reply.News.class))
        .extracting(Reply.News::articles, InstanceOfAssertFactories.list(Reply.Article.class))
        .extracting(Reply.Article::title)
        .containsExactly("欢迎关注");
  }

  @Test
  void any_other_text_gets_the_welcome_with_its_two_links() throws Exception {
    assertThat(ON_TEXT.reply(message("text")))
        .isEqualTo(
            new Reply.Text(
                """
                欢迎关注！

                APP下载：<a href="https://example.com/android">Android</a>   <a href="https://example.com/ios">iOS</a>"""));
  }

  @ParameterizedTest
  @CsvSource({
    "你好, 您好！有什么可以帮您？回复“人工”转接客服。",
    "HELLO, 您好！有什么可以帮您？回复“人工”转接客服。",
    "请问你们几点开门？, 我们的营业时间是每天 9:00 至 18:00。"
  })
  void a_keyword_gets_its_reply(String content, String reply) throws Exception {
    assertThat(ON_TEXT.reply(text(content))).isEqualTo(new Reply.Text(reply));
  }

  @Test
  void a_keyword_may_have_a_reply_of_any_kind() throws Exception {
    assertThat(ON_TEXT.reply(text("在哪里下载")))
        .asInstanceOf(InstanceOfAssertFactories.type(Reply.News.class))
        .extracting(Reply.News::articles, InstanceOfAssertFactories.list(Reply.Article.class))
        .extracting(Reply.Article::url)
        .containsExactly("https://example.com/app");
  }

  @Test
  void an_exact_keyword_within_a_longer_text_is_none() throws Exception {
    assertThat(ON_TEXT.reply(text("hello there"))).isEqualTo(ON_TEXT.reply(message("text")));
  }

  @Test
  void agent_in_chinese_hands_over_to_the_agents() throws Exception {
    assertThat(ON_TEXT.reply(text("人工"))).isEqualTo(new Reply.TransferCustomerService(""));
  }

  @Test
  void the_name_of_an_agent_hands_over_to_that_agent() throws Exception {
    assertThat(ON_TEXT.reply(text("人工 kf2001@account")))
        .isEqualTo(new Reply.TransferCustomerService("kf2001@account"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "null",
        "true",
        "123",
        "'",
        "\"",
        "a, b",
        "${body}",
        "${camelContext.stop()}",
        "#{x}",
        "{{wechat.x}}",
        "人工 服务",
        "find(x)",
        "*",
        "a ? b : c"
      })
  void a_text_that_camel_might_take_for_a_program_is_a_text(String content) throws Exception {
    assertThat(ON_TEXT.reply(text(content))).isEqualTo(ON_TEXT.reply(message("text")));
  }

  private static Message text(String content) {
    return message("text", "Content", content);
  }

  @ParameterizedTest
  @ValueSource(strings = {" 人工 ", "人工\n", "\u3000人工\u3000", "\u00A0人工"})
  void white_space_around_the_word_for_an_agent_makes_no_difference(String content)
      throws Exception {
    assertThat(ON_TEXT.reply(text(content))).isEqualTo(new Reply.TransferCustomerService(""));
  }

  @ParameterizedTest
  @ValueSource(strings = {"人工  kf@x", " 人工 kf@x ", "人工\u3000kf@x", "\u3000人工\t \u00A0kf@x\u3000"})
  void white_space_around_the_name_of_an_agent_makes_no_difference(String content)
      throws Exception {
    assertThat(ON_TEXT.reply(text(content))).isEqualTo(new Reply.TransferCustomerService("kf@x"));
  }

  @ParameterizedTest
  @ValueSource(strings = {" tw ", "\u3000TW\u3000", "tw\n"})
  void white_space_around_tw_makes_no_difference(String content) throws Exception {
    assertThat(ON_TEXT.reply(text(content))).isInstanceOf(Reply.News.class);
  }
}
