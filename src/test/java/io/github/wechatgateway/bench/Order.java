package io.github.wechatgateway.bench;

/**
 * What load a server gets.
 *
 * @param seconds after which no more messages are sent
 * @param total after so many neither
 * @param size of the body of a right answer
 * @param text of the messages, without a space
 */
record Order(
    int port, boolean encrypted, int connections, int seconds, int total, int size, String text) {
  static Order of(String line) {
    String[] parts = line.split(" ");
    return new Order(
        Integer.parseInt(parts[0]),
        Boolean.parseBoolean(parts[1]),
        Integer.parseInt(parts[2]),
        Integer.parseInt(parts[3]),
        Integer.parseInt(parts[4]),
        Integer.parseInt(parts[5]),
        parts[6]);
  }

  String line() {
    return port
        + " "
        + encrypted
        + " "
        + connections
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
