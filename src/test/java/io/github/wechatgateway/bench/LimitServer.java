package io.github.wechatgateway.bench;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.file.FileSystemOptions;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;

/**
 * What the gateway is measured against: a Vert.x server with the same work written by hand, and
 * with nothing of the gateway's that a program for one account and one handler can do without. Its
 * handler runs on a pool of 32 threads, as handlers that may block must, or on the event loop.
 *
 * <p>Arguments: the port, and {@code hop} for the pool.
 */
final class LimitServer {
  private static final int MAX_BODY = 65_536;
  private static final CharSequence XML =
      HttpHeaders.createOptimized("application/xml; charset=utf-8");

  private final HandCrypto crypto = new HandCrypto(Account.AES_KEY, Account.APP_ID);
  private final Cache<String, Boolean> claims =
      Caffeine.newBuilder()
          .expireAfterWrite(Duration.ofSeconds(15))
          .executor(Runnable::run)
          .build();
  private final HandHandler handler =
      new HandHandler(Files.readString(Path.of("config", "replies", "welcome.txt")).strip());
  private final @Nullable Executor pool;

  private LimitServer(boolean hop) throws Exception {
    this.pool = hop ? Executors.newFixedThreadPool(32) : null;
  }

  public static void main(String[] arguments) throws Exception {
    LimitServer limit = new LimitServer(arguments.length == 2 && arguments[1].equals("hop"));
    FileSystemOptions nothing =
        new FileSystemOptions().setClassPathResolvingEnabled(false).setFileCachingEnabled(false);
    Vertx vertx = Vertx.vertx(new VertxOptions().setFileSystemOptions(nothing));
    Context eventLoop = vertx.getOrCreateContext();
    eventLoop.runOnContext(
        here ->
            vertx
                .createHttpServer()
                .requestHandler(request -> limit.receive(request, eventLoop))
                .listen(Integer.parseInt(arguments[0]), "127.0.0.1"));
  }

  private void receive(HttpServerRequest request, Context eventLoop) {
    String query = request.query();
    String timestamp = HandQuery.parameter(query, "timestamp");
    String nonce = HandQuery.parameter(query, "nonce");
    if (!request.path().equals(Account.PATH)) {
      end(request, 404);
    } else if (!crypto.fits(
        HandQuery.parameter(query, "signature"), Account.TOKEN, timestamp, nonce)) {
      end(request, 403);
    } else {
      Buffer body = Buffer.buffer(1024);
      request.handler(
          chunk -> {
            if (body.length() + chunk.length() > MAX_BODY) {
              request.connection().close();
            } else {
              body.appendBuffer(chunk);
            }
          });
      request.endHandler(end -> handle(request, body.getBytes(), eventLoop));
    }
  }

  private void handle(HttpServerRequest request, byte[] body, Context eventLoop) {
    try {
      boolean sealed = HandQuery.parameter(request.query(), "encrypt_type").equals("aes");
      Map<String, String> message = HandXml.read(body);
      if (sealed) {
        message = opened(message.getOrDefault("Encrypt", ""), request.query());
      }
      Map<String, String> opened = message;
      if (claims.asMap().putIfAbsent(opened.get("FromUserName") + opened.get("MsgId"), true)
          != null) {
        end(request, 200);
      } else if (pool == null) {
        answer(request, handler.answer(opened), sealed);
      } else {
        pool.execute(
            () -> {
              String reply = handler.answer(opened);
              eventLoop.runOnContext(here -> answer(request, reply, sealed));
            });
      }
    } catch (GeneralSecurityException | IllegalArgumentException refused) {
      end(request, 403);
    } catch (XMLStreamException malformed) {
      end(request, 400);
    }
  }

  private Map<String, String> opened(String encrypt, String query)
      throws GeneralSecurityException, XMLStreamException {
    String timestamp = HandQuery.parameter(query, "timestamp");
    String nonce = HandQuery.parameter(query, "nonce");
    String signature = HandQuery.parameter(query, "msg_signature");
    if (!crypto.fits(signature, Account.TOKEN, timestamp, nonce, encrypt)) {
      throw new GeneralSecurityException("msg_signature");
    }
    return HandXml.read(crypto.open(encrypt));
  }

  private void answer(HttpServerRequest request, String reply, boolean sealed) {
    try {
      request.response().putHeader(HttpHeaders.CONTENT_TYPE, XML);
      request.response().end(Buffer.buffer(sealed ? sealed(reply) : reply));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private String sealed(String reply) throws GeneralSecurityException {
    byte[] encrypt = crypto.seal(reply.getBytes(UTF_8));
    String timestamp = Long.toString(System.currentTimeMillis() / 1000);
    String nonce =
        Long.toString(ThreadLocalRandom.current().nextLong(1_000_000_000L, 10_000_000_000L));
    byte[] signature =
        crypto.signature(Account.TOKEN, timestamp, nonce, new String(encrypt, ISO_8859_1));
    return HandXml.envelope(encrypt, signature, timestamp, nonce);
  }

  private static void end(HttpServerRequest request, int status) {
    request.response().setStatusCode(status).end();
  }
}
