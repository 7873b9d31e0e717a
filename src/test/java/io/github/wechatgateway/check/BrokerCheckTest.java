package io.github.wechatgateway.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wechatgateway.GatewayForTests;
import io.github.wechatgateway.config.Address;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.server.JournalType;
import org.apache.activemq.artemis.core.server.impl.ActiveMQServerImpl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BrokerCheckTest {
  private static final Duration SECOND = Duration.ofSeconds(1);

  @TempDir private Path folder = Path.of("");

  @Test
  void a_journal_that_nobody_uses_is_free_and_left_so() {
    assertThat(journal(Address.LOOPBACK)).startsWith("ok").endsWith(": free");
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void a_journal_in_use_is_right_where_a_gateway_listens() throws Exception {
    try (FileChannel lock = lock();
        ServerSocket gateway = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      assertThat(lock.tryLock()).isNotNull();
      assertThat(journal(new Address("127.0.0.1", gateway.getLocalPort())))
          .startsWith("ok")
          .endsWith(": in use, by the gateway that runs");
    }
  }

  @Test
  void a_journal_in_use_is_a_warning_where_none_listens() throws Exception {
    try (FileChannel lock = lock()) {
      assertThat(lock.tryLock()).isNotNull();
      assertThat(journal(new Address("127.0.0.1", GatewayForTests.freePort())))
          .startsWith("warning")
          .contains("in use by another process", "wechat.queue.folder");
    }
  }

  @Test
  void a_broker_elsewhere_is_signed_in_to_and_left_as_it_is() throws Exception {
    int port = GatewayForTests.freePort();
    ActiveMQServerImpl artemis =
        new ActiveMQServerImpl(
            new ConfigurationImpl()
                .setSecurityEnabled(false)
                .setJMXManagementEnabled(false)
                .setPersistenceEnabled(false)
                .setJournalType(JournalType.NIO)
                .addAcceptorConfiguration(
                    "tcp", "tcp://127.0.0.1:%d?useEpoll=false".formatted(port)));
    artemis.start();
    try {
      assertThat(elsewhere(port, Duration.ofSeconds(10)))
          .startsWith("ok")
          .endsWith(": takes our connections");
      assertThat(artemis.getPostOffice().getAddresses())
          .noneMatch(address -> address.toString().startsWith("wechat."));
    } finally {
      artemis.stop();
    }
  }

  @Test
  void a_broker_that_is_not_there_is_told() {
    assertThat(elsewhere(GatewayForTests.freePort(), Duration.ofSeconds(10)))
        .startsWith("problem")
        .contains("no connection: Connection refused", "compare wechat.queue.url");
  }

  @Test
  void a_broker_whose_name_nobody_knows_is_told() {
    assertThat(elsewhere("tcp://no-such-host.invalid:61616", Duration.ofSeconds(10)))
        .startsWith("problem")
        .contains("DNS: no address of no-such-host.invalid");
  }

  @Test
  void a_broker_that_hangs_is_told_when_the_time_is_over() throws Exception {
    try (ServerSocket hangs = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      assertThat(elsewhere(hangs.getLocalPort(), SECOND))
          .startsWith("problem")
          .contains("compare wechat.queue.url");
    }
  }

  private FileChannel lock() throws Exception {
    return FileChannel.open(
        folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
  }

  private String journal(Address callbacks) {
    return line(new BrokerCheck("", folder, SECOND, callbacks), SECOND.multipliedBy(5));
  }

  private String elsewhere(int port, Duration most) {
    return elsewhere("tcp://127.0.0.1:" + port, most);
  }

  private String elsewhere(String url, Duration most) {
    return line(new BrokerCheck(url, folder, SECOND, Address.LOOPBACK), most);
  }

  private static String line(BrokerCheck broker, Duration most) {
    return Lines.of(List.of(broker.check()), most).all().get(0);
  }
}
