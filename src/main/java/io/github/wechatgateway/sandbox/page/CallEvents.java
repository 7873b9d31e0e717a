package io.github.wechatgateway.sandbox.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.wechatgateway.http.Connection;
import io.github.wechatgateway.sandbox.api.ApiCall;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.InstantSource;
import java.util.regex.Pattern;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.support.SynchronizationAdapter;

/** Calls of the API as the events {@code call}, once they have been answered. */
public final class CallEvents {
  /** Characters of a body; the rest is left out. */
  private static final int MAX_TEXT = 16 * 1024;

  private static final Pattern TEXT = Pattern.compile("(?i)|.*(json|text|html|urlencoded).*");

  /** It may be a real account's that is tried here. */
  private static final Pattern SECRET = Pattern.compile("(\"secret\"\\s*:\\s*\")[^\"]*");

  private final Events events;
  private final InstantSource clock;

  public CallEvents(Events events, InstantSource clock) {
    this.events = events;
    this.clock = clock;
  }

  /** Tells of a call when its exchange ends. */
  public void watch(ApiCall call, Exchange exchange) {
    Instant began = clock.instant();
    exchange
        .getExchangeExtension()
        .addOnCompletion(
            new SynchronizationAdapter() {
              @Override
              public void onDone(Exchange ended) {
                tell(call, began, ended);
              }
            });
  }

  private void tell(ApiCall call, Instant began, Exchange ended) {
    ObjectNode event =
        JsonNodeFactory.instance
            .objectNode()
            .put("time", began.toString())
            .put("millis", clock.millis() - began.toEpochMilli())
            .put("method", call.method())
            .put("path", call.path())
            .put("sent", secretless(shown(call.contentType(), ByteBuffer.wrap(call.body()))));
    ObjectNode query = event.putObject("query");
    call.query().forEach((name, value) -> query.put(name, name.equals("secret") ? "***" : value));
    Message answer = ended.getMessage();
    if (Connection.of(ended).isAnswered()) {
      String type = answer.getHeader(Exchange.CONTENT_TYPE, "", String.class);
      event
          .put("status", answer.getHeader(Exchange.HTTP_RESPONSE_CODE, Integer.class))
          .put("answer", answer.getBody() instanceof ByteBuffer body ? shown(type, body) : "");
    }
    events.tell("call", event);
  }

  private static String shown(String type, ByteBuffer body) {
    ByteBuffer whole = body.duplicate().rewind(); // it has been sent already
    if (whole.hasRemaining() && !TEXT.matcher(type).matches()) {
      return type.split(";", 2)[0] + ", " + whole.remaining() + " bytes";
    }
    String text = UTF_8.decode(whole).toString();
    return text.length() > MAX_TEXT ? text.substring(0, MAX_TEXT) + "…" : text;
  }

  private static String secretless(String body) {
    return SECRET.matcher(body).replaceAll("$1***");
  }
}
