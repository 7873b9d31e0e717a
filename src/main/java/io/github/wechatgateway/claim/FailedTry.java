package io.github.wechatgateway.claim;

import io.github.wechatgateway.observe.LogFailure;
import io.github.wechatgateway.record.Try;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;

/** Writes down that a step of the door failed, so that a try is answered with an error. */
public final class FailedTry implements Processor {
  private final LogFailure failures;

  public FailedTry(LogFailure failures) {
    this.failures = failures;
  }

  @Override
  public void process(Exchange exchange) {
    Try.of(exchange).failed();
    failures.process(exchange);
  }
}
