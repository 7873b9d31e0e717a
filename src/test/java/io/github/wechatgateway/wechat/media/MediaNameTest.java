package io.github.wechatgateway.wechat.media;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MediaNameTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "photo.jpg | photo.jpg",
        "photo.JPG | photo.JPG",
        "photo.jpeg | photo.jpeg",
        "微信图片_20240601 (1).jpg | 微信图片_20240601 (1).jpg",
        "naïve 😀.jpg | naïve 😀.jpg",
        "photo | photo.jpg",
        "photo.png | photo.png.jpg", // what the content is counts
        "photo.php.jpg | photo.php.jpg",
        "v1.2 | v1.2.jpg",
        "../../etc/passwd | passwd.jpg",
        "C:\\Users\\me\\photo.jpg | photo.jpg",
        "a/b\\c/图.jpg | 图.jpg",
        "folder/ | image.jpg",
        "`` | image.jpg",
        ". | image.jpg",
        ".. | image.jpg",
        ".jpg | image.jpg",
        "...jpg | image.jpg",
        "` . photo .jpg . ` | photo.jpg",
        "a\"b;c%0d.jpg | a_b_c_0d.jpg",
        "a:b*?<>c.jpg | a_b____c.jpg",
      })
  void a_name_is_safe_and_has_its_extension(String given, String name) {
    assertThat(MediaName.of(given, MediaType.IMAGE, MediaFormat.JPG)).isEqualTo(name);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a\r\nb.jpg",
        "a\0b.jpg",
        "a\u202Eb.jpg",
        "a\u200Bb.jpg",
        "a\uD83Db.jpg",
        "a\u2028b.jpg"
      })
  void what_nobody_sees_is_left_out(String given) {
    assertThat(MediaName.of(given, MediaType.IMAGE, MediaFormat.JPG)).isEqualTo("ab.jpg");
  }

  @Test
  void an_accent_is_part_of_its_letter() {
    assertThat(MediaName.of("e\u0301.jpg", MediaType.IMAGE, MediaFormat.JPG)).isEqualTo("é.jpg");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", "图", "😀"})
  void a_long_name_is_cut_between_characters(String character) {
    for (String extension : new String[] {"", ".mp4"}) {
      String name =
          MediaName.of(character.repeat(300) + extension, MediaType.VIDEO, MediaFormat.MP4);

      assertThat(name).matches("(" + character + ")+\\.mp4");
      assertThat(name.getBytes(UTF_8)).hasSizeBetween(117, 120);
    }
  }

  @Test
  void an_endless_name_is_cut() {
    String given = "a" + " .".repeat(1_000_000) + "b";

    assertThat(MediaName.of(given, MediaType.THUMB, MediaFormat.PNG)).isEqualTo("b.png");
  }
}
