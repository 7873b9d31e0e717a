package io.github.wechatgateway.observe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.wechatgateway.junit.GatewayExtension;
import io.github.wechatgateway.message.Text;
import io.github.wechatgateway.step.TraceParent;
import io.opentelemetry.api.GlobalOpenTelemetry;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.propagation.ContextPropagators;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.camel.Exchange;
import org.apache.camel.spi.CamelTracingService;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What a collector is sent where traces are on. */
class TracesTest {
  private static final InMemorySpanExporter SPANS = exporter();

  @RegisterExtension
  static final GatewayExtension GATEWAY =
      new GatewayExtension()
          .setting("camel.opentelemetry2.enabled", "true")
          .setting("wechat.callback.budget", "900")
          .setting("wechat.late.delays", "1")
          .handler("on-text", TracesTest::handle);

  @RegisterExtension static final GatewayExtension WITHOUT = new GatewayExtension();

  @AfterAll
  static void forget() {
    GlobalOpenTelemetry.resetForTest();
  }

  @Test
  void one_trace_leads_from_the_callback_to_the_customer_message() {
    GATEWAY.text("canaryContent slow").isNothing();

    List<SpanData> trace = await().until(TracesTest::ofTheLateAnswer, spans -> !spans.isEmpty());
    assertThat(trace)
        .extracting(SpanData::getName)
        .contains("POST", "claim", "route-message", "on-text", "send-outbox", "send-request");
    assertThat(trace)
        .extracting(TracesTest::path)
        .contains("wechat/{account}", "send-outbox", "send-request");
    assertThat(trace).extracting(SpanData::getTraceId).containsOnly(trace.get(0).getTraceId());
  }

  @Test
  void a_second_message_has_another_trace() {
    SPANS.reset();
    GATEWAY.text("canaryContent quick");
    GATEWAY.text("canaryContent quick");

    assertThat(named("claim").stream().map(SpanData::getTraceId).distinct()).hasSize(2);
  }

  @Test
  void no_span_holds_a_secret_an_openid_an_address_or_what_a_user_wrote() {
    GATEWAY.text("canaryContent fail");
    GATEWAY.text("canaryContent slow");
    await().until(TracesTest::ofTheLateAnswer, spans -> !spans.isEmpty());

    assertThat(SPANS.getFinishedSpanItems()).isNotEmpty();
    assertThat(SPANS.getFinishedSpanItems().toString())
        .doesNotContain("canary")
        .doesNotContain("oSandboxUser")
        .doesNotContain("access_token")
        .doesNotContain("demosecret")
        .doesNotContain("demotoken")
        .doesNotContain("signature=")
        .doesNotContain("http://")
        .doesNotContain("https://");
  }

  @Test
  void a_client_can_not_have_its_request_traced_as_a_part_of_its_own_trace() throws Exception {
    String forged = "0af7651916cd43dd8448eb211c80319c";
    String parent = "00-" + forged + "-b7ad6b7169203331-01";
    String query = "?traceparent=%s&%s=%s".formatted(parent, TraceParent.HEADER, parent);
    URI callback = GATEWAY.uri().resolve("/wechat/demo" + query);
    HttpClient.newHttpClient()
        .send(HttpRequest.newBuilder(callback).build(), BodyHandlers.discarding());

    await().until(() -> !named("GET").isEmpty());
    assertThat(SPANS.getFinishedSpanItems())
        .extracting(SpanData::getTraceId)
        .doesNotContain(forged);
  }

  @Test
  void without_the_key_nothing_is_traced() {
    assertThat(GATEWAY.context().hasService(CamelTracingService.class)).isNotNull();
    assertThat(WITHOUT.context().hasService(CamelTracingService.class)).isNull();
  }

  private static InMemorySpanExporter exporter() {
    InMemorySpanExporter exporter = InMemorySpanExporter.create();
    GlobalOpenTelemetry.resetForTest();
    OpenTelemetrySdk.builder()
        .setTracerProvider(
            SdkTracerProvider.builder()
                .addSpanProcessor(SimpleSpanProcessor.create(exporter))
                .build())
        .setPropagators(ContextPropagators.create(W3CTraceContextPropagator.getInstance()))
        .buildAndRegisterGlobal();
    return exporter;
  }

  /** All spans of the trace in which something was sent to WeChat for a message. */
  private static List<SpanData> ofTheLateAnswer() {
    return named("send-outbox").stream()
        .findFirst()
        .map(
            sent ->
                SPANS.getFinishedSpanItems().stream()
                    .filter(span -> span.getTraceId().equals(sent.getTraceId()))
                    .toList())
        .orElse(List.of());
  }

  private static List<SpanData> named(String name) {
    return SPANS.getFinishedSpanItems().stream()
        .filter(span -> span.getName().equals(name))
        .toList();
  }

  private static String path(SpanData span) {
    return String.valueOf(span.getAttributes().get(AttributeKey.stringKey("url.path")));
  }

  private static void handle(Exchange exchange) throws InterruptedException {
    String content = exchange.getMessage().getBody(Text.class).content();
    if (content.endsWith("slow")) {
      new CountDownLatch(1).await(1_200, TimeUnit.MILLISECONDS);
    } else if (content.endsWith("fail")) {
      throw new IllegalStateException("canary in an exception");
    }
    exchange.getMessage().setBody("canary answer");
  }
}
