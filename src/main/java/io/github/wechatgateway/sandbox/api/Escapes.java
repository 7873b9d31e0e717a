package io.github.wechatgateway.sandbox.api;

/** Escapes of the form {@code \}{@code uXXXX}, which WeChat does not take in JSON. */
final class Escapes {
  private Escapes() {}

  static boolean anyIn(byte[] json) {
    for (int i = 0; i + 1 < json.length; i++) {
      if (json[i] == '\\') {
        i++; // what follows belongs to it, be it another backslash
        if (json[i] == 'u') {
          return true;
        }
      }
    }
    return false;
  }
}
