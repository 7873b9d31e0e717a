package io.github.wechatgateway.sandbox.page;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.wechatgateway.http.Connection;
import io.github.wechatgateway.http.Request;
import io.github.wechatgateway.http.Streaming;
import io.github.wechatgateway.sandbox.state.OfficialAccount;
import io.github.wechatgateway.sandbox.state.Users;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.streams.WriteStream;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.Processor;
import org.jspecify.annotations.Nullable;

/** {@code GET /sandbox/events}: tells what happens, as it happens. */
public final class GiveEvents implements Processor {
  private final Events events;
  private final List<OfficialAccount> accounts;
  private final Set<String> paths;
  private final int maxUnread;

  /**
   * Gives them, after a greeting that tells what a page can choose from.
   *
   * @param paths of the API, on which faults can be switched
   * @param maxUnread bytes that wait for a page to read them; one that is further behind is left
   *     alone
   */
  public GiveEvents(
      Events events, List<OfficialAccount> accounts, Set<String> paths, int maxUnread) {
    this.events = events;
    this.accounts = List.copyOf(accounts);
    this.paths = new TreeSet<>(paths);
    this.maxUnread = maxUnread;
  }

  @Override
  public void process(Exchange exchange) throws TooManyListeners {
    Request request = exchange.getMessage().getBody(Request.class);
    String lastId = Objects.requireNonNullElse(request.header("Last-Event-ID"), "");
    Page page = new Page();
    events.join(lastId, hello(), page);
    Connection.of(exchange).onClose(() -> events.leave(page));
    Message answer = exchange.getMessage();
    answer.removeHeaders("*");
    answer.setHeader(Exchange.HTTP_RESPONSE_CODE, 200);
    answer.setHeader(Exchange.CONTENT_TYPE, "text/event-stream; charset=utf-8");
    answer.setHeader("Cache-Control", "no-store");
    answer.setBody(page);
  }

  private ObjectNode hello() {
    ObjectNode hello = JsonNodeFactory.instance.objectNode();
    ArrayNode list = hello.putArray("accounts");
    for (OfficialAccount account : accounts) {
      list.addObject()
          .put("name", account.name())
          .put("originalId", account.originalId())
          .put("mode", WireEvents.lowerCase(account.encryption()))
          .put("encrypts", account.encodingAesKey().isPresent());
    }
    ArrayNode users = hello.putArray("users");
    new TreeSet<>(Users.FOLLOWERS).forEach(users::add);
    ArrayNode api = hello.putArray("paths");
    paths.forEach(api::add);
    return hello;
  }

  /** A page that listens, until it is too far behind. Frames come from any thread. */
  private final class Page implements Consumer<byte[]>, Streaming {
    private final Buffer early = Buffer.buffer();
    private @Nullable WriteStream<Buffer> to;
    private boolean behind;

    @Override
    public synchronized void begin(WriteStream<Buffer> stream) {
      to = stream.setWriteQueueMaxSize(maxUnread);
      stream.write(early);
    }

    @Override
    public synchronized void accept(byte[] frame) {
      if (to == null) {
        early.appendBytes(frame);
      } else if (!behind && to.writeQueueFull()) {
        behind = true; // the browser asks again, from the last event that it has read
        to.end();
      } else if (!behind) {
        to.write(Buffer.buffer(frame));
      }
    }
  }
}
