package io.github.wechatgateway.reply;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextPartsTest {

  @ParameterizedTest
  @ValueSource(strings = {"", "a", "你好，😀"})
  void a_short_text_is_one_part(String text) {
    assertThat(TextParts.of(text)).containsExactly(text);
  }

  @ParameterizedTest
  @CsvSource({
    "a, 2048, 2048", // ASCII: 1 byte
    "é, 1024, 1024", // 2 bytes
    "你, 682, 682", // 3 bytes
    "😀, 512, 512", // 4 bytes
    "a, 2049, 2048",
    "é, 1025, 1024",
    "你, 683, 682",
    "😀, 513, 512",
    "e\u0301, 683, 682", // a letter and its accent: 3 bytes
  })
  void a_part_holds_as_many_characters_as_fit(String character, int times, int inFirst) {
    List<String> parts = TextParts.of(character.repeat(times));

    assertThat(parts.get(0)).isEqualTo(character.repeat(inFirst));
    assertThat(parts).hasSize(times == inFirst ? 1 : 2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"a", "你", "😀", "e\u0301", "a你😀e\u0301\r\n", "<a href=''>", "👨‍👩‍👧", "\uD83D"})
  void nothing_is_lost_and_no_part_is_too_long(String piece) {
    String text = piece.repeat(3000);

    List<String> parts = TextParts.of(text);

    assertThat(String.join("", parts)).isEqualTo(text);
    assertThat(parts).allSatisfy(part -> assertThat(part.getBytes(UTF_8)).hasSizeBetween(1, 2048));
  }

  @Test
  void a_letter_keeps_its_accents() {
    for (String part : TextParts.of("e\u0301\u0323".repeat(2000))) {
      assertThat(part).startsWith("e").endsWith("\u0323");
    }
  }

  @Test
  void an_emoji_stays_whole() {
    for (String part : TextParts.of("ab😀".repeat(2000))) {
      assertThat(part.codePoints().toArray()).doesNotContain(0xD83D, 0xDE00);
    }
  }

  @Test
  void a_letter_with_more_accents_than_fit_is_split_between_them() {
    String text = "e" + "\u0301".repeat(5000);

    List<String> parts = TextParts.of(text);

    assertThat(String.join("", parts)).isEqualTo(text);
    assertThat(parts).allSatisfy(part -> assertThat(part.getBytes(UTF_8)).hasSizeBetween(1, 2048));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "👨\u200D👩\u200D👧", // joined
        "👍🏽", // with a tone of skin
        "👩🏽\u200D🚀",
        "❤\uFE0F", // with a variation
        "葛\uDB40\uDD00",
        "1\uFE0F\u20E3",
        "🇨🇳", // two letters
        "a\u200Db",
        "क\u094D\u200Dष",
      })
  void a_character_of_several_code_points_stays_whole(String character) {
    for (int before = 0; before < 30; before++) {
      String text = ".".repeat(before) + character.repeat(1000);

      List<String> parts = TextParts.of(text);

      assertThat(String.join("", parts)).isEqualTo(text);
      assertThat(parts)
          .allSatisfy(
              part -> {
                assertThat(part).endsWith(character);
                assertThat(part.getBytes(UTF_8)).hasSizeBetween(1, 2048);
              });
    }
  }
}
