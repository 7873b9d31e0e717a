package io.github.wechatgateway.late;

import static java.util.concurrent.CompletableFuture.failedStage;

import java.util.concurrent.CompletionStage;
import org.apache.camel.Exchange;

final class Answers {
  CompletionStage<Void> put(Exchange message, int sent) {
    return failedStage(new UnsupportedOperationException());
  }
}
