package io.github.wechatgateway.sandbox.delivery;

/** As many deliveries as may be are under way. */
public final class TooManyDeliveries extends Exception {
  private static final long serialVersionUID = 1L;

  TooManyDeliveries(int most) {
    super("deliveries: %d are under way (expected: fewer; try again later)".formatted(most));
  }
}
