package io.github.wechatgateway.wechat;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wechatgateway.docs.Document;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The table of errcodes in the documents is that of {@link ErrCode}. */
class ShownErrCodesTest {
  @ParameterizedTest
  @ValueSource(strings = {"troubleshooting.md", "troubleshooting.zh-CN.md"})
  void each_code_that_is_known_is_told_beside_those_that_are_treated_alike(String document) {
    List<List<Integer>> rows = rows(Document.of(Path.of("docs", document)).text()).toList();

    assertThat(rows.stream().flatMap(List::stream))
        .containsExactlyInAnyOrderElementsOf(known().boxed().toList());
    assertThat(rows)
        .allSatisfy(
            row ->
                assertThat(row)
                    .extracting(ShownErrCodesTest::action)
                    .containsOnly(action(row.get(0))));
  }

  private static Stream<List<Integer>> rows(String text) {
    return text.lines()
        .filter(line -> line.matches("\\| -?\\d.*\\|.*\\|.*\\|.*\\|"))
        .map(line -> line.split("\\|")[1].strip())
        .map(codes -> Arrays.stream(codes.split("[,、]\\s*")).map(Integer::valueOf).toList());
  }

  private static IntStream known() {
    return IntStream.rangeClosed(-1, 99_999)
        .filter(code -> code != 0 && ErrCode.of(code) != ErrCode.OTHER);
  }

  private static Action action(int code) {
    return ErrCode.of(code).action();
  }
}
