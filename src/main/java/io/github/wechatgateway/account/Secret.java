package io.github.wechatgateway.account;

/** A value that must not be seen: it is shown as {@code ***} wherever it is printed. */
public record Secret(String value) {
  @Override
  public String toString() {
    return "***";
  }
}
