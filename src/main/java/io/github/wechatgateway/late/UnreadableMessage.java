package io.github.wechatgateway.late;

/** A message of a queue that this version can't read. Its text quotes nothing of the message. */
public final class UnreadableMessage extends Exception {
  private static final long serialVersionUID = 1L;

  UnreadableMessage(String problem) {
    super(problem);
  }
}
