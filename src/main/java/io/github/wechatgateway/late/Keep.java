package io.github.wechatgateway.late;

import jakarta.jms.JMSException;

/** Keeps an answer until its user writes again. */
@FunctionalInterface
public interface Keep {

  /**
   * Keeps one.
   *
   * @param why WeChat did not take it
   * @param returns puts it on disk, in the transaction that took it from the outbox
   */
  void keep(OutboxMessage message, Result.Keep why, Returns returns) throws JMSException;
}
