package io.github.wechatgateway.sandbox.delivery;

import java.util.Locale;

/** What the user sees of a delivery. */
public enum Seen {
  /** The account's reply. */
  REPLY,
  /** Nothing at all, as the account wished. */
  NOTHING,
  /** {@link Delivered#NOTICE}. */
  FAULT;

  /** As it is written in JSON. */
  String inJson() {
    return name().toLowerCase(Locale.ROOT);
  }
}
