package io.github.wechatgateway.reply;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ReplyTest {
  @Test
  void no_reply_shows_what_the_user_is_told() {
    Set<Reply> replies =
        Set.of(
            new Reply.Text("secret"),
            new Reply.Image(new Media.Id("secret")),
            new Reply.Voice(new Media.File("secret")),
            new Reply.Video(new Media.Id("secret"), "secret", "secret"),
            new Reply.Music("secret", "secret", "secret", "secret", new Media.Id("secret")),
            new Reply.News(List.of(new Reply.Article("secret", "secret", "secret", "secret"))),
            new Reply.TransferCustomerService("secret"),
            new Reply.Device("hardware", Map.of("DeviceID", "secret")),
            new Reply.CustomerServiceOnly("wxcard", Map.of("card_id", "secret")));

    assertThat(replies)
        .allSatisfy(
            reply -> assertThat(reply.toString()).matches("[a-z_]+").doesNotContain("secret"))
        .extracting(Object::getClass)
        .containsExactlyInAnyOrderElementsOf(Arrays.asList(Reply.class.getPermittedSubclasses()));
    assertThat(new Reply.Article("secret", "", "", "").toString()).isEqualTo("article");
  }
}
