package io.github.wechatgateway.bench;

/** Who is measured. */
enum Peer {
  GATEWAY("gateway"),
  LIMIT("by hand, handler on a pool"),
  LIMIT_ON_LOOP("by hand, handler on the event loop");

  private final String title;

  Peer(String title) {
    this.title = title;
  }

  String title() {
    return title;
  }
}
