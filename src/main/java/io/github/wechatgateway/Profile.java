package io.github.wechatgateway;

import java.util.List;
import java.util.stream.Stream;
import org.apache.camel.main.MainConstants;

/** Which settings win over the common ones. */
record Profile(String name) {
  private static final Profile DEFAULT = new Profile("prod");

  /** The one that the JVM or the environment names; an empty one is none. */
  static Profile given() {
    return Stream.of(System.getProperty(MainConstants.PROFILE), System.getenv("CAMEL_MAIN_PROFILE"))
        .filter(given -> given != null && !given.isBlank())
        .findFirst()
        .map(Profile::new)
        .orElse(DEFAULT);
  }

  /** Its files of settings; of two locations the earlier wins. */
  List<String> files() {
    return List.of(file("-" + name), file(""));
  }

  /** Without settings nothing works; a profile that has none is a typing mistake. */
  String neededFile() {
    return equals(DEFAULT) ? file("") : file("-" + name);
  }

  private static String file(String part) {
    return "config/application%s.properties".formatted(part);
  }
}
