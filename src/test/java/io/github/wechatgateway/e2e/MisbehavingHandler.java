package io.github.wechatgateway.e2e;

import io.github.wechatgateway.message.Link;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;

/** Does what the title of a link says. */
final class MisbehavingHandler implements Processor {
  static final String FAIL = "fail with canaryTitle3v";
  static final String BAD_REPLY = "leave a reply of no known kind";

  static final String STOP = "stop the route";

  private static final String WAIT = "wait at gate ";
  private static final String FAIL_ONCE = "fail once at gate ";
  private static final Map<String, Gate> GATES = new ConcurrentHashMap<>();

  /** Where handlers of one title wait until a test opens it; it counts them. */
  static final class Gate {
    private final CountDownLatch open = new CountDownLatch(1);
    private final AtomicInteger runs = new AtomicInteger();

    void open() {
      open.countDown();
    }

    int runs() {
      return runs.get();
    }
  }

  static Gate gate(String name) {
    return GATES.computeIfAbsent(name, same -> new Gate());
  }

  static String waitAt(String gate) {
    return WAIT + gate;
  }

  static String failOnceAt(String gate) {
    return FAIL_ONCE + gate;
  }

  @Override
  public void process(Exchange exchange) throws InterruptedException {
    Link link = exchange.getMessage().getBody(Link.class);
    String title = link.title();
    if (title.equals(FAIL)) {
      throw new IllegalArgumentException("for " + link.fromUserName() + ": " + title);
    } else if (title.equals(BAD_REPLY)) {
      exchange.getMessage().setBody(Map.of("msgtype", "telegram"));
    } else if (title.equals(STOP)) {
      exchange.getMessage().setBody("stopped");
      exchange.setRouteStop(true);
    } else if (title.startsWith(WAIT)) {
      Gate gate = gate(title.substring(WAIT.length()));
      int run = gate.runs.incrementAndGet();
      gate.open.await(1, TimeUnit.MINUTES);
      exchange.getMessage().setBody("run " + run);
    } else if (title.startsWith(FAIL_ONCE)) {
      int run = gate(title.substring(FAIL_ONCE.length())).runs.incrementAndGet();
      if (run == 1) {
        throw new IllegalStateException();
      }
      exchange.getMessage().setBody("run " + run);
    }
  }
}
