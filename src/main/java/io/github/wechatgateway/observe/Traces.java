package io.github.wechatgateway.observe;

import java.util.Locale;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.spi.CamelTracingService;

/**
 * Traces by OpenTelemetry, which {@code camel.opentelemetry2.enabled} turns on. Nothing of
 * OpenTelemetry is loaded while it is off.
 */
public final class Traces {
  /** As OpenTelemetry's own documents name them; each is also an environment variable. */
  private static final Map<String, String> DEFAULTS =
      Map.of(
          "otel.java.global-autoconfigure.enabled", "true",
          "otel.service.name", "wechat-gateway",
          "otel.exporter.otlp.protocol", "http/protobuf", // gRPC would need another client
          "otel.propagators", "tracecontext",
          "otel.metrics.exporter", "none", // they are at /observe/metrics
          "otel.logs.exporter", "none");

  private Traces() {}

  /** What is set neither as a system property nor in the environment gets the gateway's default. */
  public static void setDefaults() {
    DEFAULTS.forEach(
        (key, value) -> {
          String variable = key.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
          if (System.getenv(variable) == null && System.getProperty(key) == null) {
            System.setProperty(key, value);
          }
        });
  }

  /** If Camel traces: keeps from the spans what must not leave, and has them cross exchanges. */
  public static void clean(CamelContext context) {
    if (context.hasService(CamelTracingService.class) != null) {
      CleanSpans.in(context);
    }
  }
}
