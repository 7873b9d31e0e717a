package io.github.wechatgateway.bench;

/**
 * What load a server gets.
 *
 * @param perSecond messages, whatever becomes of those before; 0 = each connection sends one as
 *     soon as it has the answer to the last
 * @param seconds after which no more messages are sent
 * @param total after so many neither
 * @param size of the body of a right answer
 * @param text of the messages, without a space
 */
record Order(
    int port,
    boolean encrypted,
    int connections,
    int perSecond,
    int seconds,
    int total,
    int size,
    String text) {
  static Order of(String line) {
    String[] parts = line.split(" ");
    return new Order(
        Integer.parseInt(parts[0]),
        Boolean.parseBoolean(parts[1]),
        Integer.parseInt(parts[2]),
        Integer.parseInt(parts[3]),
        Integer.parseInt(parts[4]),
        Integer.parseInt(parts[5]),
        Integer.parseInt(parts[6]),
        parts[7]);
  }

  /** One at a steady rate. */
  static Order steady(int port, int perSecond, int seconds, int size, String text) {
    return new Order(port, false, 64, perSecond, seconds, Integer.MAX_VALUE, size, text);
  }

  String line() {
    return port
        + " "
        + encrypted
        + " "
        + connections
        + " "
        + perSecond
        + " "
        + seconds
        + " "
        + total
        + " "
        + size
        + " "
        + text;
  }
}
