package io.github.wechatgateway.routes;

import static io.github.wechatgateway.routes.Messages.message;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.wechatgateway.RouteUnderTest;
import io.github.wechatgateway.reply.Keywords;
import io.github.wechatgateway.reply.Reply;
import io.github.wechatgateway.reply.ReplyFiles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The route of texts with a keyword list of our own. */
class OnTextKeywordsTest {
  @RegisterExtension
  static final RouteUnderTest ON_TEXT =
      new RouteUnderTest("handlers/on-text")
          .with(
              route ->
                  route
                      .weaveById("find-keyword")
                      .replace()
                      .process(exchange -> ourKeywords(exchange).process(exchange)));

  private final Path folder;

  OnTextKeywordsTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @BeforeEach
  void our_keywords() {
    ON_TEXT.context().getRegistry().bind("our-keywords", new Keywords(new ReplyFiles(folder)));
  }

  private static Processor ourKeywords(Exchange exchange) {
    return exchange.getContext().getRegistry().lookupByNameAndType("our-keywords", Processor.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"null", "\"hi\"", "'hi'", "*", "${body.msgType}", "true", "a, b", "Text.class"})
  void a_keyword_is_found_whatever_it_would_mean_to_camel(String keyword) throws Exception {
    write(keyword);

    assertThat(ON_TEXT.reply(message("text", "Content", keyword)))
        .isEqualTo(new Reply.Text("found"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"人工", "tw"})
  void a_broken_list_takes_nobody_down_who_asks_for_an_agent_or_the_welcome(String content)
      throws Exception {
    Files.writeString(folder.resolve("keywords.json"), "[{},]");

    assertThat(ON_TEXT.reply(message("text", "Content", content))).isNotNull();
  }

  @Test
  void the_shipped_route_asks_in_the_same_way() throws Exception {
    assertThat(Files.readString(Path.of("routes/handlers/on-text.camel.yaml")))
        .contains("ref: keywords\n");
  }

  private void write(String keyword) throws Exception {
    Object rules =
        List.of(Map.of("keywords", List.of(keyword), "match", "exact", "reply", "found"));
    new ObjectMapper().writeValue(folder.resolve("keywords.json").toFile(), rules);
  }
}
