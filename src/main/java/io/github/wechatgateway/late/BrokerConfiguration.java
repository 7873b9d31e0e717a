package io.github.wechatgateway.late;

import java.nio.file.Path;
import org.apache.activemq.artemis.core.config.Configuration;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.server.JournalType;
import org.apache.activemq.artemis.core.settings.impl.AddressFullMessagePolicy;
import org.apache.activemq.artemis.core.settings.impl.AddressSettings;
import org.apache.activemq.artemis.core.settings.impl.PageFullMessagePolicy;

/** What the embedded broker is told: a journal and queues, no network, no management. */
final class BrokerConfiguration {
  private static final int MIB = 1024 * 1024;

  /** Threads of the broker, and those that tell the time there. */
  private static final int THREADS = 6;

  /** Threads that read and write pages, and as many for large messages. */
  private static final int DISK_THREADS = 2;

  private static final int TIMERS = 2;

  /**
   * Bytes that are written to disk at once. A message has to fit: 64 KiB of a callback, twice as
   * long in the broker, with room to spare.
   */
  private static final int BUFFER = MIB;

  /** Nanoseconds for which a write waits for others that share its sync. */
  private static final int GROUP_COMMIT = 500_000;

  /**
   * Milliseconds. Every two seconds the broker looks at its lock, and stops where that takes longer
   * than this: on a busy machine a few milliseconds do. The folder has a lock of our own besides.
   */
  private static final int LOCK_TIME = 10_000;

  private BrokerConfiguration() {}

  static Configuration of(Path folder, String url, BrokerLimits limits) throws Exception {
    Configuration all =
        new ConfigurationImpl()
            .setName("wechat-gateway")
            .setSecurityEnabled(false)
            .setJMXManagementEnabled(false)
            .setMessageCounterEnabled(false)
            .setGracefulShutdownEnabled(false)
            .setConfigurationFileRefreshPeriod(-1)
            .setThreadPoolMaxSize(THREADS)
            .setPageMaxConcurrentIO(DISK_THREADS)
            .setScheduledThreadPoolMaxSize(TIMERS)
            .addAcceptorConfiguration("process", url);
    keep(all, folder, limits);
    Queues.all(limits.maxKept(), limits.maxDead()).forEach(all::addQueueConfiguration);
    AddressSettings common = common(limits);
    all.addAddressSetting("#", common);
    AddressSettings dead = common(limits).setExpiryDelay(limits.deadAge().toMillis());
    all.addAddressSetting(Queues.DEAD, dead);
    // Who fails there waits himself, lest a later message overtake, or what waits not be found.
    all.addAddressSetting("wechat.outbox.#", common(limits).setRedeliveryDelay(0));
    all.addAddressSetting(Queues.KEPT, common(limits).setRedeliveryDelay(0));
    return all;
  }

  private static void keep(Configuration all, Path folder, BrokerLimits limits) {
    all.setPersistenceEnabled(true)
        .setJournalDirectory(folder.resolve("journal").toString())
        .setBindingsDirectory(folder.resolve("bindings").toString())
        .setLargeMessagesDirectory(folder.resolve("large").toString())
        .setPagingDirectory(folder.resolve("paging").toString())
        .setJournalType(JournalType.NIO)
        .setJournalDatasync(true)
        .setJournalSyncTransactional(true)
        .setJournalSyncNonTransactional(true)
        .setJournalBufferSize_NIO(BUFFER)
        .setJournalBufferTimeout_NIO(GROUP_COMMIT)
        .setJournalLockAcquisitionTimeout(LOCK_TIME)
        .setPersistIDCache(true)
        .setIDCacheSize(limits.maxIds())
        .setGlobalMaxSize(limits.maxMemory())
        .setMaxDiskUsage(limits.maxDisk())
        .setDiskScanPeriod(500); // milliseconds
  }

  private static AddressSettings common(BrokerLimits limits) {
    return new AddressSettings()
        .setAutoCreateQueues(false)
        .setAutoCreateAddresses(false)
        .setAutoDeleteQueues(false)
        .setAutoDeleteAddresses(false)
        .setMaxDeliveryAttempts(-1) // attempts are counted in the messages
        .setRedeliveryDelay(1_000)
        .setRedeliveryMultiplier(2)
        .setMaxRedeliveryDelay(30_000)
        .setAddressFullMessagePolicy(AddressFullMessagePolicy.PAGE)
        .setPageSizeBytes(2 * MIB)
        .setPageLimitMessages(limits.maxWaiting())
        .setPageFullMessagePolicy(PageFullMessagePolicy.FAIL);
  }
}
