package io.github.wechatgateway.e2e;

import java.io.IOException;
import java.time.Duration;

/** An on-text that says in the log that it runs, waits, and answers. */
final class SlowText {
  static final String ANSWER = "after a while";

  private static final String RUNS = " on-text - runs";

  private SlowText() {}

  /**
   * Puts it into a folder.
   *
   * @param blocks whether it holds its thread while it waits
   */
  static void putInto(WorkingFolder folder, Duration wait, boolean blocks) throws IOException {
    folder.write(
        "routes/handlers/on-text.camel.yaml",
        """
        - route:
            id: on-text
            from:
              uri: direct:on-text
              steps:
                - log:
                    message: runs
                - delay:
                    asyncDelayed: %s
                    expression:
                      constant:
                        expression: %d
                - setBody:
                    expression:
                      constant:
                        expression: %s
        """
            .formatted(!blocks, wait.toMillis(), ANSWER));
  }

  /** How many have begun to wait so far. */
  static long begun(GatewayProcess gateway) {
    return gateway.log().lines().filter(line -> line.endsWith(RUNS)).count();
  }
}
