package io.github.wechatgateway.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wechatgateway.deploy.Keys;
import io.github.wechatgateway.docs.Document.Block;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
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
  /** What is run of each program: a misspelt one is none of them. */
  private static final Set<String> STEPS =
      Set.of(
          "apt-get install",
          "cp",
          "cp -r",
          "docker build --build-arg -t",
          "docker load -i",
          "docker run --rm --read-only -m -p -e -e",
          "docker run --rm --read-only -v --env-file check",
          "export",
          "install -m",
          "java -XX:ArchiveClassesAtExit -jar",
          "java -XX:SharedArchiveFile -jar",
          "java -jar",
          "java -jar check",
          "journalctl -u",
          "kubectl -n create secret generic --from-file",
          "kubectl -n logs -f",
          "kubectl apply -k",
          "kubectl create namespace",
          "kubectl kustomize",
          "mkdir -p",
          "mv",
          "mvn",
          "nginx -t",
          "sha256sum",
          "systemctl daemon-reload",
          "systemctl enable --now",
          "systemctl reload",
          "systemctl start",
          "systemctl stop",
          "tar -C -czf",
          "tar -C -xzf");

  /** Whose first words after their name say what is done. */
  private static final Set<String> VERBS =
      Set.of(
          "apply",
          "build",
          "check",
          "create",
          "daemon-reload",
          "enable",
          "generic",
          "install",
          "kustomize",
          "load",
          "logs",
          "namespace",
          "reload",
          "run",
          "secret",
          "start",
          "stop");

  private static final Set<String> VARIABLES = Set.of("OTEL_EXPORTER_OTLP_ENDPOINT");

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
  void its_program_and_what_it_is_told_are_known(String command) {
    if (!command.matches("\\w+=\\S+")) {
      assertThat(STEPS).contains(step(command));
    }
  }

  @ParameterizedTest
  @MethodSource("commands")
  void its_variables_and_jar_are_ours(String command) throws IOException {
    assertThat(words(command))
        .filteredOn(word -> word.matches("[A-Z]\\w+=.*"))
        .extracting(word -> word.substring(0, word.indexOf('=')))
        .filteredOn(name -> !VARIABLES.contains(name) && !name.equals("IMAGE"))
        .allSatisfy(name -> assertThat(Keys.variables()).contains(name));
    assertThat(words(command))
        .filteredOn(word -> word.endsWith(".jar"))
        .allMatch(word -> word.matches("(target/)?wechat-gateway\\.jar"));
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

  /** The program with its verbs and the names of its options; Maven's are looked at beside. */
  private static String step(String command) {
    List<String> words = words(command);
    String program = words.get(0);
    Stream<String> told =
        Set.of("mvn", "export").contains(program)
            ? Stream.of()
            : words.stream()
                .skip(1)
                .filter(word -> (word.startsWith("-") && word.length() > 1) || VERBS.contains(word))
                .map(word -> word.replaceFirst("=.*", ""));
    return Stream.concat(Stream.of(program), told).collect(Collectors.joining(" "));
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
