package io.github.wechatgateway.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ElementsTest {
  private final Elements elements =
      new Elements(
          Map.of(
              "Content", "hello",
              "Info", Map.of("Result", "right", "Parts", Map.of("Part", List.of("1", "2"))),
              "List", List.of(Map.of("Id", "a"), Map.of("Id", "b", "Code", "0"), Map.of("Id", "c")),
              "Mixed", List.of("text", Map.of("Id", "d"))));

  @Test
  void an_element_is_found_by_its_name() {
    assertThat(elements.get("Content")).isEqualTo("hello");
    assertThat(elements.text("Content")).isEqualTo("hello");
  }

  @Test
  void a_nested_one_is_found_by_the_names_on_the_way_to_it() {
    assertThat(elements.get("Info.Result")).isEqualTo("right");
    assertThat(elements.text("Info.Result")).isEqualTo("right");
  }

  @Test
  void a_path_leads_to_all_that_are_repeated() {
    assertThat(elements.get("Info.Parts.Part")).isEqualTo(List.of("1", "2"));
    assertThat(elements.get("List.Id")).isEqualTo(List.of("a", "b", "c"));
    assertThat(elements.texts("List.Id")).containsExactly("a", "b", "c");
    assertThat(elements.get("List.Code")).isEqualTo("0");
  }

  @Test
  void the_text_of_several_is_that_of_the_first() {
    assertThat(elements.text("List.Id")).isEqualTo("a");
    assertThat(elements.text("Mixed")).isEqualTo("text");
  }

  @Test
  void an_element_with_elements_of_its_own_has_no_text() {
    assertThat(elements.text("Info")).isEmpty();
    assertThat(elements.texts("Mixed")).containsExactly("text");
  }

  @Test
  void a_list_holds_the_elements_that_have_elements_of_their_own() {
    assertThat(elements.list("List"))
        .extracting(it -> it.text("Id"))
        .containsExactly("a", "b", "c");
    assertThat(elements.list("Info")).extracting(it -> it.text("Result")).containsExactly("right");
    assertThat(elements.list("Mixed")).extracting(it -> it.text("Id")).containsExactly("d");
    assertThat(elements.list("Content")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"None", "Info.None", "Content.None", "List.None.None", "", ".", "Info."})
  void where_there_is_nothing_all_is_empty(String path) {
    assertThat(elements.get(path)).isNull();
    assertThat(elements.text(path)).isEmpty();
    assertThat(elements.texts(path)).isEmpty();
    assertThat(elements.list(path)).isEmpty();
    assertThat(elements.number(path)).isZero();
    assertThat(elements.decimal(path)).isNaN();
  }

  @ParameterizedTest
  @CsvSource({
    "23012345678902237, 23012345678902237",
    "' 7 ', 7",
    "-1, -1",
    "'', 0",
    "seven, 0",
    "1.5, 0",
    "99999999999999999999, 0"
  })
  void a_whole_number_is_read_or_is_0(String text, long number) {
    assertThat(new Elements(Map.of("N", text)).number("N")).isEqualTo(number);
  }

  @ParameterizedTest
  @CsvSource({"23.134521, 23.134521", "' 7 ', 7", "-0.5, -0.5", "'', NaN", "far, NaN"})
  void a_decimal_number_is_read_or_is_none(String text, Double number) {
    assertThat(new Elements(Map.of("N", text)).decimal("N")).isEqualTo(number);
  }

  @Test
  void leaves_are_all_texts() {
    assertThat(elements.leaves())
        .containsExactlyInAnyOrder("hello", "right", "1", "2", "a", "b", "0", "c", "text", "d");
  }

  @Test
  void as_a_text_it_shows_names_alone() {
    assertThat(elements.toString())
        .contains("Content", "Info", "List", "Mixed")
        .doesNotContain("hello", "right", "text");
  }

  @ParameterizedTest
  @ValueSource(strings = {"text", "location", "event-submit-invoice-title"})
  void no_message_shows_what_is_in_it(String fixture) {
    Message message = Fixtures.read(fixture);

    assertThat(message.toString()).startsWith(message.getClass().getSimpleName());
    for (String leaf : message.elements().leaves()) {
      if (leaf.length() > 3) {
        assertThat(message.toString()).doesNotContain(leaf);
      }
    }
  }

  @Test
  void equal_elements_are_equal() {
    assertThat(new Elements(Map.of("a", "1")))
        .isEqualTo(new Elements(Map.of("a", "1")))
        .hasSameHashCodeAs(new Elements(Map.of("a", "1")))
        .isNotEqualTo(new Elements(Map.of("a", "2")));
  }
}
