package io.github.wechatgateway.wechat;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import io.github.wechatgateway.account.Secret;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.apache.camel.component.http.HttpClientConfigurer;
import org.apache.hc.client5.http.auth.AuthScope;
import org.apache.hc.client5.http.auth.UsernamePasswordCredentials;
import org.apache.hc.client5.http.classic.ExecChain;
import org.apache.hc.client5.http.classic.ExecChainHandler;
import org.apache.hc.client5.http.impl.auth.BasicCredentialsProvider;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.core5.concurrent.Cancellable;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.io.entity.HttpEntityWrapper;
import org.jspecify.annotations.Nullable;

/**
 * What a request may take in all: time, from its beginning to the last byte of the answer, and
 * bytes. The client's own time-outs are those of one byte. It also switches off what the client
 * would do by itself: repeat, follow, unpack, remember.
 */
final class HttpBounds implements HttpClientConfigurer, ExecChainHandler {
  private final int totalTimeout;
  private final int maxAnswer;
  private final String keys;
  private final Optional<Proxy> proxy;

  /**
   * For all requests.
   *
   * @param totalTimeout milliseconds
   * @param maxAnswer bytes
   * @param keys where both stand in the settings
   */
  HttpBounds(int totalTimeout, int maxAnswer, String keys, Optional<Proxy> proxy) {
    this.totalTimeout = totalTimeout;
    this.maxAnswer = maxAnswer;
    this.keys = keys;
    this.proxy = proxy;
  }

  @Override
  public void configureHttpClient(HttpClientBuilder client) {
    client
        .disableAutomaticRetries()
        .disableRedirectHandling()
        .disableContentCompression()
        .disableCookieManagement()
        .addExecInterceptorFirst("bounds", this);
    proxy.ifPresent(
        it -> {
          HttpHost host = new HttpHost("http", it.address().getHost(), it.address().getPort());
          client.setProxy(host);
          it.user().ifPresent(user -> authenticate(client, host, user, it.password()));
        });
  }

  private static void authenticate(
      HttpClientBuilder client, HttpHost proxy, String user, Secret password) {
    BasicCredentialsProvider credentials = new BasicCredentialsProvider();
    credentials.setCredentials(
        new AuthScope(proxy),
        new UsernamePasswordCredentials(user, password.value().toCharArray()));
    client.setDefaultCredentialsProvider(credentials);
  }

  @Override
  public ClassicHttpResponse execute(
      ClassicHttpRequest request, ExecChain.Scope scope, ExecChain chain)
      throws IOException, HttpException {
    CompletableFuture<Void> ended = new CompletableFuture<>();
    Cancellable sent = (Cancellable) scope.originalRequest;
    ended.orTimeout(totalTimeout, MILLISECONDS).whenComplete((end, late) -> cancel(sent, late));
    boolean handedOn = false;
    try {
      ClassicHttpResponse response = chain.proceed(request, scope);
      HttpEntity entity = response.getEntity();
      if (entity != null) {
        response.setEntity(new Bounded(entity, ended));
        handedOn = true;
      }
      return response;
    } catch (IOException failed) {
      throw told(failed, ended);
    } finally {
      if (!handedOn) {
        ended.complete(null);
      }
    }
  }

  /** A closed socket does not say why. */
  private IOException told(IOException failed, CompletableFuture<Void> ended) {
    return ended.isCompletedExceptionally()
        ? new InterruptedIOException("longer than %s.total-timeout".formatted(keys))
        : failed;
  }

  private static void cancel(Cancellable request, @Nullable Throwable late) {
    if (late != null) {
      request.cancel();
    }
  }

  /** An answer whose reader gets so many bytes, and ends the time-out. */
  private final class Bounded extends HttpEntityWrapper {
    private final CompletableFuture<Void> ended;

    Bounded(HttpEntity entity, CompletableFuture<Void> ended) {
      super(entity);
      this.ended = ended;
    }

    @Override
    public InputStream getContent() throws IOException {
      return new FilterInputStream(super.getContent()) {
        private int left = maxAnswer;

        @Override
        public int read() throws IOException {
          byte[] one = new byte[1];
          return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
          int read = in(bytes, offset, length);
          left -= Math.max(0, read);
          if (left < 0) {
            throw new InterruptedIOException("more than %s.max-answer bytes".formatted(keys));
          }
          return read;
        }

        private int in(byte[] bytes, int offset, int length) throws IOException {
          try {
            return super.read(bytes, offset, length);
          } catch (IOException failed) {
            throw told(failed, ended);
          }
        }

        @Override
        public void close() throws IOException {
          ended.complete(null);
          super.close();
        }
      };
    }
  }
}
