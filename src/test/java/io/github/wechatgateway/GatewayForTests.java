package io.github.wechatgateway;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.CamelContext;
import org.apache.camel.main.Main;
import org.apache.camel.util.FileUtil;

/** The gateway, ready to be started in a test, on ports that are free. */
public final class GatewayForTests {
  private static final AtomicInteger NUMBER = new AtomicInteger();
  private static final Path QUEUES = queues();

  /** Of this process: others run tests at the same time. */
  public static final String SPOOL = queueFolder();

  private GatewayForTests() {}

  /** With the settings that ship, and no account. */
  public static Main main() {
    Main main = new Main();
    main.configure().addConfiguration(new Gateway("prod"));
    main.setDefaultPropertyPlaceholderLocation("file:config/application.properties");
    main.addOverrideProperty("wechat.api.url", "http://127.0.0.1:9"); // nobody: no test leaves
    main.addOverrideProperty("wechat.queue.folder", queueFolder());
    main.addOverrideProperty("wechat.media.spool", SPOOL);
    main.addOverrideProperty("camel.main.name", uniqueName());
    main.addOverrideProperty("camel.server.port", "0");
    main.addOverrideProperty("camel.server.host", "127.0.0.1");
    main.addOverrideProperty("camel.management.port", Integer.toString(freePort()));
    main.addOverrideProperty("camel.management.host", "127.0.0.1");
    return main;
  }

  /** Of several in one process: Quartz has one timer for each name. */
  public static String uniqueName() {
    return "wechat-gateway-" + NUMBER.incrementAndGet();
  }

  /** A folder for a broker of its own; all of them go when the tests end. */
  public static String queueFolder() {
    return QUEUES.resolve(Integer.toString(NUMBER.incrementAndGet())).toString();
  }

  private static Path queues() {
    try {
      Path folder = Files.createTempDirectory("queues");
      Runtime.getRuntime().addShutdownHook(new Thread(() -> FileUtil.removeDir(folder.toFile())));
      return folder;
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
  }

  /** A port that nobody listens on; Camel's management server does not tell one that it chose. */
  public static int freePort() {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException none) {
      throw new UncheckedIOException(none);
    }
  }

  public static int managementPort(CamelContext context) {
    return Integer.parseInt(context.resolvePropertyPlaceholders("{{camel.management.port}}"));
  }
}
