package io.github.wechatgateway;

import java.util.Objects;
import org.apache.camel.CamelContext;

/** What runs here, as the manifests of the jars say it. */
final class Version {
  private Version() {}

  static String[] lines() {
    return new String[] {
      "wechat-gateway " + of(Version.class),
      "Apache Camel " + of(CamelContext.class),
      "JDK %s (%s), %s %s"
          .formatted(
              Runtime.version(),
              System.getProperty("java.vendor"),
              System.getProperty("os.name"),
              System.getProperty("os.arch"))
    };
  }

  /** Classes that lie in folders have none. */
  private static String of(Class<?> some) {
    String version = some.getPackage().getImplementationVersion();
    return Objects.requireNonNullElse(version, "(not from a jar)");
  }
}
