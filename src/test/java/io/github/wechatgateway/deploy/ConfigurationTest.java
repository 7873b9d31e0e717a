package io.github.wechatgateway.deploy;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** docs/configuration.md against the files of settings. */
class ConfigurationTest {
  private static final Pattern ROW = Pattern.compile("(?m)^\\| `([\\w.<>-]+)` \\| (\\S*) \\| \\S");
  private static final Pattern COMMENTED = Pattern.compile("(?m)^#(wechat\\.[\\w.<>-]+)=");

  @ParameterizedTest
  @ValueSource(strings = {"configuration.md", "configuration.zh-CN.md"})
  void its_tables_have_each_key_of_ours_with_its_default(String document) throws IOException {
    String text = Files.readString(Path.of("docs", document));
    Map<String, String> told =
        ROW.matcher(text)
            .results()
            .collect(toMap(row -> row.group(1), row -> row.group(2).replace("`", "")));

    Map<String, String> settings = settings("application-sandbox.properties");
    settings.keySet().removeIf(key -> !key.startsWith("wechat.sandbox."));
    Map<String, String> common = settings("application.properties");
    settings.putAll(common);
    settings.keySet().removeIf(key -> key.startsWith("camel.") && !told.containsKey(key));

    assertThat(told).containsAllEntriesOf(settings);
    told.keySet().removeAll(settings.keySet());
    assertThat(told.keySet()).containsExactlyInAnyOrderElementsOf(commented());
  }

  private static Map<String, String> settings(String file) throws IOException {
    Properties settings = new Properties();
    try (Reader reader = Files.newBufferedReader(Path.of("config", file))) {
      settings.load(reader);
    }
    Map<String, String> all = new LinkedHashMap<>();
    settings.forEach((key, value) -> all.put(key.toString(), value.toString()));
    return all;
  }

  private static List<String> commented() throws IOException {
    String text = Files.readString(Path.of("config", "application.properties"));
    return COMMENTED.matcher(text).results().map(key -> key.group(1)).toList();
  }
}
