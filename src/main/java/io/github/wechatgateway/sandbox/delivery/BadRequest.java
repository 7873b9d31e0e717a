package io.github.wechatgateway.sandbox.delivery;

/** A delivery that can't be made as it was asked for. */
public final class BadRequest extends Exception {
  private static final long serialVersionUID = 1L;

  /**
   * Says so.
   *
   * @param field where in the request: {@code message.Articles.item[0]}
   * @param found the shape of what is there
   */
  BadRequest(String field, String found, String expected) {
    super("%s: %s (expected: %s)".formatted(field, found, expected));
  }
}
