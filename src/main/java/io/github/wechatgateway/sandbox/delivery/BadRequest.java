package io.github.wechatgateway.sandbox.delivery;

/** What a script asks for and the stand-in can't do; its message is for the script's author. */
public final class BadRequest extends Exception {
  private static final long serialVersionUID = 1L;

  /**
   * Says so.
   *
   * @param field where in the request: {@code message.Articles.item[0]}
   * @param found the shape of what is there
   */
  public BadRequest(String field, String found, String expected) {
    super("%s: %s (expected: %s)".formatted(field, found, expected));
  }
}
