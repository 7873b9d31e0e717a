package io.github.wechatgateway.api;

import static java.util.concurrent.CompletableFuture.completedStage;
import static java.util.concurrent.CompletableFuture.failedStage;

import io.github.wechatgateway.step.AsyncStep;
import java.util.concurrent.CompletionStage;
import java.util.function.BiFunction;
import org.apache.camel.Exchange;

/** Does something with one dead letter, and answers that it is done. */
final class SettleDeadLetter implements AsyncStep.Work {
  private static final int NO_CONTENT = 204;

  private final BiFunction<String, String, CompletionStage<Boolean>> settle;

  /**
   * For all accounts.
   *
   * @param settle by account and id; gives false where there is none
   */
  SettleDeadLetter(BiFunction<String, String, CompletionStage<Boolean>> settle) {
    this.settle = settle;
  }

  @Override
  public CompletionStage<?> start(Exchange exchange) {
    String account = exchange.getProperty(AuthorizeClient.ACCOUNT, String.class);
    return settle
        .apply(account, Parameter.of("id", exchange))
        .thenCompose(found -> found ? completedStage(true) : failedStage(ApiProblem.noDeadLetter()))
        .thenAccept(done -> ApiAnswer.empty(NO_CONTENT, exchange));
  }
}
