package io.github.wechatgateway.routes;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.wechatgateway.config.RouteFiles;
import io.github.wechatgateway.junit.GatewayExtension;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The rules that the files below {@code routes/} keep together. */
class RoutesTogetherTest {
  @RegisterExtension static final GatewayExtension GATEWAY = new GatewayExtension();

  private static List<RouteFile> files;

  @BeforeAll
  static void readFiles() throws IOException {
    files = RouteFile.all();
  }

  @Test
  void all_files_can_be_built_with_the_beans_of_the_gateway() {
    assertThat(RouteFiles.problems(GATEWAY.context(), "file:routes/**/*.camel.yaml", null))
        .isEmpty();
  }

  @Test
  void every_handler_has_a_when_in_a_router() {
    Set<String> without = handlers();
    without.removeAll(routerTargets());

    assertThat(without)
        .as("in routes/handlers/, but not in a \"when\" of routes/router/")
        .isEmpty();
  }

  @Test
  void every_when_in_a_router_has_a_handler() {
    Set<String> without = routerTargets();
    without.removeAll(handlers());

    assertThat(without)
        .as("in a \"when\" of routes/router/, but without a file in routes/handlers/")
        .isEmpty();
  }

  @Test
  void whatever_a_route_leads_to_begins_one_route() {
    List<String> begun =
        files.stream().map(RouteFile::from).filter(from -> from.startsWith("direct:")).toList();

    assertThat(begun).doesNotHaveDuplicates();
    for (RouteFile file : files) {
      assertThat(begun)
          .as("of %s", file)
          .containsAll(file.targets().map("direct:"::concat).toList());
    }
  }

  @Test
  void every_policy_that_a_route_names_is_there() {
    List<String> policies =
        files.stream().filter(RouteFile::isPolicy).map(RouteFile::name).toList();

    assertThat(files.stream().flatMap(file -> file.texts("routeConfigurationId")))
        .isNotEmpty()
        .isSubsetOf(policies);
  }

  @Test
  void no_id_occurs_twice() {
    assertThat(files.stream().flatMap(file -> file.texts("id"))).doesNotHaveDuplicates();
  }

  @Test
  void half_of_the_files_have_at_most_forty_lines() {
    int[] lengths = files.stream().mapToInt(file -> file.lines().size()).sorted().toArray();

    assertThat(lengths[lengths.length / 2]).isLessThanOrEqualTo(40);
  }

  private static Set<String> handlers() {
    return files.stream()
        .filter(file -> file.folder().equals("handlers"))
        .map(RouteFile::name)
        .collect(toCollection(TreeSet::new));
  }

  /** Of the routers alone: one router leads to the other. */
  private static Set<String> routerTargets() {
    List<RouteFile> routers =
        files.stream().filter(file -> file.folder().equals("router")).toList();
    Stream<String> targets = routers.stream().flatMap(RouteFile::targets);
    return targets
        .filter(target -> routers.stream().noneMatch(router -> router.name().equals(target)))
        .collect(toCollection(TreeSet::new));
  }
}
