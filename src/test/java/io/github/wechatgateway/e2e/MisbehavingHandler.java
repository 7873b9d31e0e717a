package io.github.wechatgateway.e2e;

import io.github.wechatgateway.message.Link;
import io.github.wechatgateway.message.Message;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;

/** Does what the title of a link, or the scene of a code, says. */
final class MisbehavingHandler implements Processor {
  static final String FAIL = "fail with canaryTitle3v";
  static final String BAD_REPLY = "leave a reply of no known kind";

  static final String STOP = "stop the route";
  static final String TELL_THREAD = "tell the kind and name of your thread";

  private static final String WAIT = "wait at gate ";
  private static final String FAIL_ONCE = "fail once at gate ";
  private static final String SAY_NOTHING = "say nothing at gate ";
  private static final Map<String, Gate> GATES = new ConcurrentHashMap<>();

  /** Where handlers of one title wait until a test opens it; it remembers each run. */
  static final class Gate {
    private final CountDownLatch open = new CountDownLatch(1);
    private final List<Integer> tries = new CopyOnWriteArrayList<>();

    void open() {
      open.countDown();
    }

    int runs() {
      return tries.size();
    }

    /** Which try each run was told it is for. */
    List<Integer> tries() {
      return tries;
    }

    private synchronized String run(Exchange exchange) {
      tries.add(exchange.getProperty("wechatTry", Integer.class));
      return "run " + tries.size();
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

  static String sayNothingAt(String gate) {
    return SAY_NOTHING + gate;
  }

  @Override
  public void process(Exchange exchange) throws InterruptedException {
    Message message = exchange.getMessage().getBody(Message.class);
    String wish = message instanceof Link link ? link.title() : message.elements().text("EventKey");
    exchange.getMessage().setBody(answer(wish, message, exchange));
  }

  private static Object answer(String wish, Message message, Exchange exchange)
      throws InterruptedException {
    if (wish.equals(FAIL)) {
      throw new IllegalArgumentException("for " + message.fromUserName() + ": " + wish);
    } else if (wish.equals(BAD_REPLY)) {
      return Map.of("msgtype", "telegram");
    } else if (wish.equals(STOP)) {
      exchange.setRouteStop(true);
      return "stopped";
    } else if (wish.equals(TELL_THREAD)) {
      Thread thread = Thread.currentThread();
      return thread.getClass().getName() + " " + thread.getName();
    } else if (wish.startsWith(WAIT)) {
      Gate gate = gate(wish.substring(WAIT.length()));
      String run = gate.run(exchange);
      gate.open.await(1, TimeUnit.MINUTES);
      return run;
    } else if (wish.startsWith(FAIL_ONCE)) {
      String run = gate(wish.substring(FAIL_ONCE.length())).run(exchange);
      if (run.equals("run 1")) {
        throw new IllegalStateException();
      }
      return run;
    } else if (wish.startsWith(SAY_NOTHING)) {
      gate(wish.substring(SAY_NOTHING.length())).run(exchange);
    }
    return "";
  }
}
