package io.github.wechatgateway.bench;

import java.io.IOException;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Some seconds of load on one server.
 *
 * @param cpu seconds of its process for 1,000 callbacks
 * @param p50 milliseconds
 * @param p99 milliseconds
 */
record Round(double cpu, double perSecond, double p50, double p99) {
  static Round run(LoadProcess load, Server server, Order order) throws IOException {
    double before = server.cpuSeconds();
    Outcome outcome = load.run(order);
    double used = server.cpuSeconds() - before;
    if (outcome.bad() > 0) {
      throw new WrongAnswer(outcome.bad() + " of " + outcome.sent() + " answers were wrong");
    }
    return new Round(
        used * 1000 / outcome.sent(),
        outcome.perSecond(),
        outcome.p50() / 1e3,
        outcome.p99() / 1e3);
  }

  static List<Double> each(List<Round> rounds, ToDoubleFunction<Round> value) {
    return rounds.stream().map(value::applyAsDouble).toList();
  }

  static double median(List<Round> rounds, ToDoubleFunction<Round> value) {
    return Statistics.median(each(rounds, value));
  }

  static double spread(List<Round> rounds) {
    return Statistics.spread(each(rounds, Round::cpu));
  }
}
