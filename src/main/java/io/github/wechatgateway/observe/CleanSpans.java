package io.github.wechatgateway.observe;

import io.github.wechatgateway.step.TraceParent;
import java.util.Collections;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import org.apache.camel.CamelContext;
import org.apache.camel.telemetry.Span;
import org.apache.camel.telemetry.SpanContextPropagationExtractor;
import org.apache.camel.telemetry.SpanContextPropagationInjector;
import org.apache.camel.telemetry.SpanLifecycleManager;
import org.apache.camel.telemetry.Tracer;
import org.jspecify.annotations.Nullable;

/**
 * Camel's spans without addresses, queries, and what exceptions and logs say: tokens, OpenIDs and
 * what users write are found there.
 *
 * <p>A trace goes on from exchange to exchange by {@link TraceParent}, which no client can send:
 * else who calls could have everything traced. Nothing is left on a thread, since steps go on on
 * others.
 */
final class CleanSpans implements SpanLifecycleManager {
  private static final String W3C = "traceparent";

  private final SpanLifecycleManager spans;

  private CleanSpans(SpanLifecycleManager spans) {
    this.spans = spans;
  }

  static void in(CamelContext context) {
    Tracer tracer = context.hasService(Tracer.class);
    if (tracer != null) {
      tracer.setSpanLifecycleManager(new CleanSpans(tracer.getSpanLifecycleManager()));
    }
  }

  @Override
  public Span create(
      String name, @Nullable Span parent, SpanContextPropagationExtractor extractor) {
    Span known = parent == null ? null : ((CleanSpan) parent).span();
    return new CleanSpan(spans.create(name, known, new FromExchange(extractor)));
  }

  @Override
  public void activate(Span span) {
    // the exchange knows it
  }

  @Override
  public void deactivate(Span span) {
    spans.deactivate(((CleanSpan) span).span());
  }

  @Override
  public void close(Span span) {
    spans.close(((CleanSpan) span).span());
  }

  /** For the next exchange, and as W3C names it for whoever is called. */
  @Override
  public void inject(Span span, SpanContextPropagationInjector injector, boolean ids) {
    spans.inject(
        ((CleanSpan) span).span(),
        (key, value) -> {
          injector.put(key, value);
          if (key.equals(W3C)) {
            injector.put(TraceParent.HEADER, value);
          }
        },
        ids);
  }

  /** Where a trace goes on. */
  private record FromExchange(SpanContextPropagationExtractor headers)
      implements SpanContextPropagationExtractor {
    @Override
    public Iterator<Map.Entry<String, Object>> iterator() {
      Object parent = get(W3C);
      return parent == null
          ? Collections.emptyIterator()
          : Map.of(W3C, parent).entrySet().iterator();
    }

    @Override
    public Set<String> keys() {
      return Set.of(W3C);
    }

    @Override
    public @Nullable Object get(String key) {
      return key.equals(W3C) ? headers.get(TraceParent.HEADER) : null;
    }
  }
}
