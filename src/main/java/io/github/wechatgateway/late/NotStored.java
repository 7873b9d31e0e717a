package io.github.wechatgateway.late;

/**
 * A message that is not known to be on disk, or a queue that can't be looked at now. A message may
 * be put again: it is taken once.
 */
public final class NotStored extends Exception {
  private static final long serialVersionUID = 1L;

  NotStored(String why) {
    super(why);
  }
}
