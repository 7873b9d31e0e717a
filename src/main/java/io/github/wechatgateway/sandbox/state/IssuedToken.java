package io.github.wechatgateway.sandbox.state;

/**
 * A token or ticket as its account gets it.
 *
 * @param expiresIn seconds that it works on
 */
public record IssuedToken(String value, long expiresIn) {

  /** A token is nothing for logs. */
  @Override
  public String toString() {
    return "a token for " + expiresIn + " s";
  }
}
