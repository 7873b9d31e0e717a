package io.github.wechatgateway.step;

import org.apache.camel.Exchange;
import org.jspecify.annotations.Nullable;

/**
 * The place of an exchange in its trace, as W3C's {@code traceparent}, while Camel traces: so that
 * what others do for the same message, on other threads and with exchanges of their own, has its
 * place in the same trace. Without traces there is none.
 *
 * <p>It is in a header whose name Camel takes from no client, and sends to nobody. (What begins
 * with {@code Camel} its tracer does not write.)
 *
 * @see <a href="https://www.w3.org/TR/trace-context/#traceparent-header">Trace Context</a>
 */
public final class TraceParent {
  /** The header. */
  public static final String HEADER = "camelTraceParent";

  private TraceParent() {}

  /** Of the step that runs now. */
  public static @Nullable String of(Exchange exchange) {
    return exchange.getMessage().getHeader(HEADER, String.class);
  }

  /** Has an exchange begin there; nothing where there is none. */
  public static void put(@Nullable String parent, Exchange exchange) {
    if (parent != null) {
      exchange.getMessage().setHeader(HEADER, parent);
    }
  }
}
