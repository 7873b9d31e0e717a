package io.github.wechatgateway.sandbox.delivery;

import io.vertx.core.buffer.Buffer;

/** How a try ended. */
sealed interface Outcome {
  /** With status 200, and a whole body. */
  record Answered(Buffer body) implements Outcome {}

  /** With another status, whatever the body. */
  record Refused(int status) implements Outcome {}

  /** With status 200, and more than WeChat would take. */
  record TooLarge() implements Outcome {}

  /** Without one; {@code error} says why. */
  record Unanswered(String error) implements Outcome {}
}
