package io.github.wechatgateway.wechat;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.wechatgateway.observe.Counters;
import io.github.wechatgateway.thread.SharedThreads;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;

/** Calls to a WeChat that answers what it is told to, with a clock and waits of the test's own. */
final class FakeWeChat {
  static final URI FIRST = URI.create("https://first");
  static final URI SECOND = URI.create("https://second");

  final SteadyClock clock = new SteadyClock("2024-06-01T04:00:00Z"); // 12:00 in Beijing
  final List<String> requests = new ArrayList<>();
  final List<Long> waits = new ArrayList<>();
  final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private Object always = 0;
  private final Deque<Object> answers = new ArrayDeque<>();

  /** What the next requests get: an errcode, a text, a status with a text, or an exception. */
  FakeWeChat answers(Object... next) {
    answers.addAll(List.of(next));
    return this;
  }

  /** What all others get; errcode 0 if nothing else is said. */
  void always(Object answer) {
    always = answer;
  }

  record Status(int status, String body, String retryAfter) {}

  Calls calls() {
    Executor here = Runnable::run;
    Repeats repeats =
        new Repeats(
            3,
            1000,
            millis -> {
              waits.add(millis);
              return here;
            });
    Executor one = Executors.newSingleThreadExecutor(FakeWeChat::daemon);
    Lane lane =
        new Lane(
            new SendRequest(new DefaultCamelContext(), this::answer),
            new SharedThreads(one, one, 1),
            Duration.ofMinutes(1));
    return new Calls(
        lane,
        lane,
        new Hosts(() -> List.of(FIRST, SECOND), Duration.ofMinutes(1), clock),
        here,
        new Barriers(Duration.ofMinutes(5), 100, clock),
        new Alarms(clock),
        repeats,
        () -> false,
        new Counters(meters));
  }

  private static Thread daemon(Runnable task) {
    Thread thread = new Thread(task);
    thread.setDaemon(true);
    return thread;
  }

  private synchronized void answer(Exchange exchange) {
    var message = exchange.getMessage();
    requests.add(
        message.getHeader("CamelHttpUri", String.class)
            + message.getHeader("CamelHttpPath", String.class)
            + "?"
            + message.getHeader("CamelHttpRawQuery", String.class)
            + " "
            + (message.getBody() == null ? "" : new String(message.getBody(byte[].class), UTF_8)));
    Object next = answers.isEmpty() ? always : answers.remove();
    message.removeHeaders("*");
    if (next instanceof Exception failed) {
      exchange.setException(failed);
      return;
    }
    Status status =
        next instanceof Status given
            ? given
            : new Status(
                200, next instanceof Integer code ? "{\"errcode\":" + code + "}" : "" + next, "");
    message.setHeader("CamelHttpResponseCode", status.status());
    message.setHeader("Retry-After", status.retryAfter());
    message.setBody(status.body().getBytes(UTF_8));
  }
}
