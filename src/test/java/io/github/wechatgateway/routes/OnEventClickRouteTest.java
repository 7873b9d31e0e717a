package io.github.wechatgateway.routes;

import static io.github.wechatgateway.routes.Messages.message;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.wechatgateway.RouteUnderTest;
import io.github.wechatgateway.message.Message;
import io.github.wechatgateway.reply.Reply;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OnEventClickRouteTest {
  @RegisterExtension
  static final RouteUnderTest ON_EVENT_CLICK = new RouteUnderTest("handlers/on-event-click");

  @ParameterizedTest
  @CsvSource({
    "mypay, 您的工资单：<a href=\"https://example.com/pay\">点击查看</a>",
    "tianqi, '今天天气：晴，12 至 20 度。'",
    "kaixinyixiao, 开心一笑：程序员最讨厌的四件事：写注释、写文档、别人不写注释、别人不写文档。",
    "xiugaixinxi, 修改信息：<a href=\"https://example.com/profile\">点击修改您的资料</a>",
    "yuangongtongzhi, 员工通知：<a href=\"https://example.com/notices\">点击查看最新通知</a>",
    "youwenbida, 有问必答：<a href=\"https://example.com/ask\">点击提交您的问题</a>"
  })
  void each_key_of_the_menu_has_its_own_text(String key, String reply) throws Exception {
    assertThat(ON_EVENT_CLICK.reply(click(key))).isEqualTo(new Reply.Text(reply));
  }

  @Test
  void a_key_may_have_a_reply_of_any_kind() throws Exception {
    assertThat(ON_EVENT_CLICK.reply(click("yuangonghuodong")))
        .isEqualTo(
            new Reply.News(
                List.of(
                    new Reply.Article(
                        "员工活动",
                        "本月的员工活动，欢迎报名",
                        "https://example.com/events.png",
                        "https://example.com/events"))));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "V1001_TODAY_MUSIC",
        "",
        "null",
        "MYPAY",
        "../welcome",
        "/etc/passwd",
        "mypay.txt",
        "${body}",
        "\"mypay\"",
        "'mypay'",
        "*",
        "${body.msgType}",
        "true",
        "a, b"
      })
  void any_other_key_is_not_open_yet(String key) throws Exception {
    assertThat(ON_EVENT_CLICK.reply(click(key))).isEqualTo(new Reply.Text("此功能还未开通，敬请期待！"));
  }

  private static Message click(String key) {
    return message("event-click", "EventKey", key);
  }
}
