package io.github.wechatgateway.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wechatgateway.docs.Document.Block;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Commands of the documents that take too long for a test, or want what no test has, name what
 * there is. Those that call the gateway run in {@link SnippetsTest}, the first one in
 * FirstCommandIT, and the jar's in the other tests of e2e.
 */
class ShownCommandsTest {
  private static final Set<String> PROGRAMS =
      Set.of(
          "apt-get",
          "cp",
          "docker",
          "export",
          "install",
          "java",
          "journalctl",
          "kubectl",
          "mkdir",
          "mvn",
          "nginx",
          "sha256sum",
          "systemctl",
          "tar");

  /** Maven's own. */
  private static final Set<String> PROPERTIES =
      Set.of("skipTests", "test", "it.test", "surefire.failIfNoSpecifiedTests");

  private static final Pattern OURS = Pattern.compile("(config|routes|src)(/[\\w./-]*)?");
  private static final Pattern PROFILE = Pattern.compile("-P(\\w+)");
  private static final Pattern PROPERTY = Pattern.compile("-D([\\w.-]+)(?:=.*)?");
  private static final Pattern TEST = Pattern.compile("-D(?:it\\.test|fuzz\\.target)=\\W*(\\w+).*");

  static Stream<String> commands() {
    return Document.english().stream()
        .flatMap(document -> document.blocks().stream())
        .filter(block -> block.language().equals("sh") && !block.code().contains("curl "))
        .map(Block::withoutComments)
        .flatMap(code -> code.replaceAll("\\\\\\R", " ").lines())
        .map(line -> line.strip().replaceFirst("^sudo ", ""))
        .filter(line -> !line.isEmpty());
  }

  static Stream<String> maven() {
    return commands().filter(command -> command.startsWith("mvn "));
  }

  @ParameterizedTest
  @MethodSource("commands")
  void its_program_is_known(String command) {
    assertThat(words(command).get(0))
        .matches(word -> PROGRAMS.contains(word) || word.matches("\\w+=\\S+"));
  }

  @ParameterizedTest
  @MethodSource("commands")
  void files_of_the_project_are_there(String command) {
    assertThat(words(command))
        .filteredOn(word -> OURS.matcher(word).matches())
        .allSatisfy(file -> assertThat(Path.of(file)).exists());
  }

  @ParameterizedTest
  @MethodSource("maven")
  void maven_knows_profiles_and_properties(String command) throws IOException {
    String pom = Files.readString(Path.of("pom.xml"));
    String sources = pom + sources();

    assertThat(found(PROFILE, command)).allSatisfy(id -> assertThat(pom).contains(tag("id", id)));
    assertThat(found(PROPERTY, command))
        .filteredOn(name -> !PROPERTIES.contains(name))
        .allSatisfy(name -> assertThat(sources.contains(name)).as(name).isTrue());
    assertThat(found(TEST, command))
        .allSatisfy(name -> assertThat(sources).containsPattern("class \\w*" + name + "\\b"));
  }

  @Test
  void the_command_that_tests_is_that_of_each_build() throws IOException {
    assertThat(maven()).contains("mvn verify");
    assertThat(Files.readString(Path.of(".ci", "run")))
        .containsPattern("(?m)^mvn( --[a-z-]+)* verify$");
  }

  private static List<String> found(Pattern pattern, String command) {
    return words(command).stream()
        .map(word -> pattern.matcher(word.replaceAll("['\"]", "")))
        .filter(matcher -> matcher.matches())
        .map(matcher -> matcher.group(1))
        .toList();
  }

  private static List<String> words(String command) {
    return Arrays.asList(command.split("\\s+"));
  }

  private static String tag(String name, String value) {
    return "<" + name + ">" + value + "</" + name + ">";
  }

  private static String sources() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("src", "test", "java"))) {
      return files
          .filter(
              file -> file.toString().endsWith(".java") && !file.endsWith("ShownCommandsTest.java"))
          .map(file -> Document.of(file).text())
          .reduce("", String::concat);
    }
  }
}
