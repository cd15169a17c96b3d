package sluice.validator.file;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.util.List;

/** What this process has held on its heap at most, garbage that was not yet collected included. */
final class Heap {
  private static final List<MemoryPoolMXBean> POOLS =
      ManagementFactory.getMemoryPoolMXBeans().stream().filter(pool -> pool.getType() == MemoryType.HEAP).toList();

  private Heap() {}

  /** The pools peak at different times, so this is rather more than there ever was at once. */
  static long peakBytes() {
    return POOLS.stream().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum();
  }

  static void forgetPeak() {
    System.gc();
    POOLS.forEach(MemoryPoolMXBean::resetPeakUsage);
  }
}
