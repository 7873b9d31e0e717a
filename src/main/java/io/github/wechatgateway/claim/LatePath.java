package io.github.wechatgateway.claim;

import io.github.wechatgateway.account.LateReply;
import java.util.concurrent.CompletionStage;
import org.apache.camel.Exchange;

/**
 * Where messages and answers go that WeChat no longer waits for. What it is given is on disk when
 * its stage ends. The exchange is the handler's.
 */
public interface LatePath {

  /** What becomes of an account's late answers now. */
  LateReply lateReply(String account);

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

  /** Shows the user that his answer is being written. */
  void showTyping(Exchange message);
}
