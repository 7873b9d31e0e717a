package io.github.wechatgateway.api;

import io.github.wechatgateway.observe.Counters;
import io.github.wechatgateway.observe.LogApiFailure;
import io.github.wechatgateway.wechat.ErrCode;
import java.time.Duration;
import java.time.InstantSource;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;

/** Tells a client why its request was not done. What is our own fault is logged, nothing else. */
public final class AnswerProblem implements Processor {
  /** The property with the {@link ErrCode} that says that what is asked for is not there. */
  static final String NOT_FOUND = "wechatNotFound";

  private static final int UNAUTHORIZED = 401;

  private final LogApiFailure failures;
  private final Counters counters;
  private final InstantSource clock;

  AnswerProblem(LogApiFailure failures, Counters counters, InstantSource clock) {
    this.failures = failures;
    this.counters = counters;
    this.clock = clock;
  }

  @Override
  public void process(Exchange exchange) {
    Throwable thrown = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Throwable.class);
    ProblemDetails problem =
        ProblemDetails.of(thrown, exchange.getProperty(NOT_FOUND, ErrCode.class));
    if (problem.status() == ProblemDetails.INTERNAL_ERROR) {
      failures.log(exchange, thrown);
    }
    String client = exchange.getProperty(AuthorizeClient.CLIENT, "none", String.class);
    counters.apiProblem(client, problem.status());
    ApiAnswer.json(problem.status(), ApiAnswer.PROBLEM, problem.json(), exchange);
    if (problem.status() == UNAUTHORIZED) {
      exchange.getMessage().setHeader("WWW-Authenticate", "Bearer realm=\"wechat-gateway\"");
    }
    problem
        .retryAfter(clock.instant())
        .ifPresent(time -> exchange.getMessage().setHeader("Retry-After", seconds(time)));
  }

  /** Whole ones: who comes a moment early is refused again. */
  private static long seconds(Duration time) {
    return time.plusMillis(999).toSeconds();
  }
}
