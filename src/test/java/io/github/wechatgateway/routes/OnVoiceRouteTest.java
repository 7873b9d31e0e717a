package io.github.wechatgateway.routes;

import static io.github.wechatgateway.routes.Messages.message;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.wechatgateway.RouteUnderTest;
import io.github.wechatgateway.reply.Reply;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OnVoiceRouteTest {
  @RegisterExtension static final RouteUnderTest ON_VOICE = new RouteUnderTest("handlers/on-voice");

  @Test
  void the_words_that_wechat_recognised_are_repeated() throws Exception {
    assertThat(ON_VOICE.reply(message("voice"))).isEqualTo(new Reply.Text("附近有什么好吃的"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "  ", "\n", "\u3000", "\u00A0"})
  void where_nothing_was_recognised_the_user_is_asked_to_try_again(String recognition)
      throws Exception {
    assertThat(ON_VOICE.reply(message("voice", "Recognition", recognition)))
        .isEqualTo(new Reply.Text("没有听清，请再说一遍，或者发文字给我们。"));
  }

  @Test
  void spoken_words_are_not_run_as_a_program() throws Exception {
    assertThat(ON_VOICE.reply(message("voice", "Recognition", "${body.mediaId}")))
        .isEqualTo(new Reply.Text("${body.mediaId}"));
  }
}
