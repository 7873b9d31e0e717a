package io.github.wechatgateway.late;

import java.time.Duration;
import java.time.Instant;

/**
 * What became of a part that was to be sent. Reasons stand in logs: they name neither the user nor
 * what is said.
 */
public sealed interface Result {

  /**
   * WeChat has taken it.
   *
   * @param last whether it was the last one of its answer
   */
  record Sent(boolean last) implements Result {}

  /**
   * It may succeed later.
   *
   * @param notBefore how long to wait at least; the schedule may say longer
   * @param errcode WeChat's; 0 where it gave none
   */
  record TryAgain(Duration notBefore, String reason, int errcode) implements Result {}

  /**
   * It was not tried, since nothing is sent for now: that is no failure of the message.
   *
   * @param errcode WeChat's, which made it so; 0 where it gave none
   */
  record Pause(Instant until, String reason, int errcode) implements Result {}

  /**
   * It will never succeed.
   *
   * @param errcode WeChat's; 0 where it gave none
   */
  record Final(String reason, int errcode) implements Result {}

  /**
   * An answer that WeChat does not take before the user writes again, or not this way at all: it
   * goes out with the user's next message.
   *
   * @param errcode WeChat's
   */
  record Keep(String reason, int errcode) implements Result {}
}
