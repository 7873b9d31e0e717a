package io.github.wechatgateway.e2e;

/**
 * A text that a user wrote, each a user of its own but for {@link #andThen}, and what WeChat knows
 * of it. Its times are those of {@link System#nanoTime}.
 */
final class UserText {
  /** WeChat asks so often in all. */
  private static final int TRIES = 3;

  private final String content;
  private final String user;
  private final String xml;
  private int tries;
  private long posted;
  private String answer = Delivery.NO_ANSWER;
  private long answered;

  /** One that its number tells from all others. */
  UserText(String kind, int number) {
    this(kind, number, "oUser" + number);
  }

  private UserText(String kind, int number, String user) {
    this.content = kind + " " + number;
    this.user = user;
    this.xml = Xml.text(content).replace(Xml.USER, user);
  }

  /** The next one of the same user. */
  UserText andThen(String kind, int number) {
    return new UserText(kind, number, user);
  }

  String content() {
    return content;
  }

  String user() {
    return user;
  }

  String xml() {
    return xml;
  }

  /** Another try; false after WeChat's last one. */
  synchronized boolean begin() {
    if (tries == 0) {
      posted = System.nanoTime();
    }
    tries++;
    return tries <= TRIES;
  }

  /** The body of a whole answer with status 200. */
  synchronized void acknowledge(String body) {
    answer = body;
    answered = System.nanoTime();
  }

  synchronized boolean isAcknowledged() {
    return !answer.equals(Delivery.NO_ANSWER);
  }

  /** Its answer is to follow. */
  synchronized boolean isDeferred() {
    return answer.isEmpty();
  }

  synchronized boolean hasReply() {
    return answer.contains(content);
  }

  /** Whether its answer came with the try. */
  synchronized boolean hasReply(String what) {
    return answer.contains(what);
  }

  synchronized long posted() {
    return posted;
  }

  synchronized long answered() {
    return answered;
  }
}
