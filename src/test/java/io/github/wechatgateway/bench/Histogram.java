package io.github.wechatgateway.bench;

/** Latencies in microseconds, counted in buckets that are at most 1.6 % wide. */
final class Histogram {
  private static final int BITS = 6;
  private static final int EXACT = 1 << (BITS + 1);

  private final long[] counts = new long[EXACT << 5];
  private long count;
  private long max;

  void add(long micros) {
    counts[bucket(micros)]++;
    count++;
    max = Math.max(max, micros);
  }

  long max() {
    return max;
  }

  /** The latency that so much of all, from 0 to 1, did not exceed. */
  long percentile(double share) {
    long rank = Math.max(1, (long) Math.ceil(share * count));
    for (int bucket = 0; bucket < counts.length; bucket++) {
      rank -= counts[bucket];
      if (rank <= 0) {
        return Math.min(max, highest(bucket));
      }
    }
    return max;
  }

  /** Up to EXACT each has a bucket of its own, then each power of two has 2^BITS. */
  private static int bucket(long micros) {
    if (micros < EXACT) {
      return (int) Math.max(0, micros);
    }
    int shift = Long.SIZE - Long.numberOfLeadingZeros(micros) - BITS - 1;
    return (shift << BITS) + (int) (micros >> shift);
  }

  private static long highest(int bucket) {
    if (bucket < EXACT) {
      return bucket;
    }
    int shift = (bucket >> BITS) - 1;
    return ((bucket - ((long) shift << BITS) + 1) << shift) - 1;
  }
}
