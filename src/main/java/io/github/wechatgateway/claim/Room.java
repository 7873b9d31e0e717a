package io.github.wechatgateway.claim;

import io.github.wechatgateway.record.Lateness;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** Whether another handler may be started, as far as this process is concerned. */
final class Room {
  private final BooleanSupplier stopping;
  private final List<MemoryPoolMXBean> heap;

  /**
   * Has the JVM watch its heap.
   *
   * @param maxMemory percent of the heap that may be in use after a garbage collection
   */
  Room(BooleanSupplier stopping, int maxMemory) {
    this.stopping = stopping;
    this.heap =
        ManagementFactory.getMemoryPoolMXBeans().stream()
            .filter(pool -> pool.getType() == MemoryType.HEAP)
            .filter(MemoryPoolMXBean::isCollectionUsageThresholdSupported)
            .filter(pool -> pool.isUsageThresholdSupported()) // the young ones fill up by design
            .toList();
    for (MemoryPoolMXBean pool : heap) {
      long most = pool.getUsage().getMax();
      if (most > 0) {
        pool.setCollectionUsageThreshold(most / 100 * maxMemory);
      }
    }
  }

  /** What there is too little of; null where a handler may be started. */
  Lateness.@Nullable Why missing() {
    if (stopping.getAsBoolean()) {
      return Lateness.Why.STOPPING;
    }
    for (MemoryPoolMXBean pool : heap) {
      if (pool.isCollectionUsageThresholdExceeded()) {
        return Lateness.Why.MEMORY;
      }
    }
    return null;
  }
}
