package io.github.wechatgateway.late;

import java.nio.file.Path;
import org.apache.activemq.artemis.core.config.Configuration;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.server.JournalType;
import org.apache.activemq.artemis.core.server.impl.ActiveMQServerImpl;

/** An Artemis in a process of its own, with a journal and without queues. */
final class ArtemisProcess {
  private ArtemisProcess() {}

  /** Takes a folder and a port of 127.0.0.1; tells {@code started} when it is. */
  public static void main(String[] arguments) throws Exception {
    Path folder = Path.of(arguments[0]);
    Configuration configuration =
        new ConfigurationImpl()
            .setSecurityEnabled(false)
            .setJMXManagementEnabled(false)
            .setJournalType(JournalType.NIO)
            .setJournalDirectory(folder.resolve("journal").toString())
            .setBindingsDirectory(folder.resolve("bindings").toString())
            .setLargeMessagesDirectory(folder.resolve("large").toString())
            .setPagingDirectory(folder.resolve("paging").toString())
            .addAcceptorConfiguration(
                "tcp", "tcp://127.0.0.1:%s?useEpoll=false".formatted(arguments[1]));
    new ActiveMQServerImpl(configuration).start();
    System.out.println("started now");
  }
}
