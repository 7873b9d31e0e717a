package io.github.wechatgateway.claim;

import io.github.wechatgateway.account.LateReply;
import java.time.Duration;
import java.util.concurrent.CompletionStage;
import org.apache.camel.Exchange;

/**
 * Where messages and answers go that WeChat no longer waits for. What it is given is on disk when
 * its stage ends. The exchange is the handler's.
 */
public interface LatePath {

  /** What becomes of an account's late answers now. */
  LateReply lateReply(String account);

  /** The longest time for which a message is insured, until somebody looks what became of it. */
  Duration longestLease();

  /** Insures a message whose handler runs: it comes out after a while, in case we are gone. */
  CompletionStage<Void> lease(Exchange message);

  /**
   * Has a message handled again, or for the first time.
   *
   * @param attempts that failed: the more, the later it is its turn
   */
  CompletionStage<Void> queue(Exchange message, int attempts);

  /** Whether a message that failed so often is given up. */
  boolean isHopeless(int attempts);

  /**
   * Has what the handler left brought to the user; nothing, if it left nothing.
   *
   * @param sent how many messages of it the user has been given already
   */
  CompletionStage<Void> send(Exchange message, int sent);

  /** Lays a message aside, for people to look at. */
  CompletionStage<Void> bury(Exchange message, int attempts, String reason);

  /**
   * Adds to what the handler left an answer that is kept for the user, if there is one and the user
   * sees the reply to this message. Ends when the body is what is to be answered.
   */
  CompletionStage<Void> addKept(Exchange message);

  /** Takes it out again: the message is not answered with it. */
  void takeKeptBack(Exchange message);

  /**
   * Tells that a try of a message is answered with what its handler left.
   *
   * @param last whether WeChat asks for it no more
   */
  void written(Exchange message, boolean last);

  /** Shows the user that his answer is being written. */
  void showTyping(Exchange message);
}
