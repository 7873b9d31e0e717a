package io.github.wechatgateway.wechat;

import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.utils.DateUtils;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.util.Timeout;

/** Asks a host of WeChat's API for nothing, through the proxy and TLS of all calls. */
public final class HostTrial {
  private static final Timeout TIME = Timeout.ofSeconds(4);

  private final ApiAddress address;
  private final WeChatLimits limits;

  public HostTrial(ApiAddress address, WeChatLimits limits) {
    this.address = address;
    this.limits = limits;
  }

  /**
   * What came back, whatever it was.
   *
   * @param date by the clock of the host, in whole seconds; none where it does not tell it
   */
  public record Answer(int status, Optional<Instant> date) {}

  /** Whether calls go through a proxy, which looks up the host's name itself. */
  public boolean hasProxy() {
    return address.proxy().isPresent();
  }

  /**
   * Holds the thread for some seconds at most.
   *
   * @throws IOException if there was no answer: nobody of that name, no connection, a certificate
   *     that is not trusted
   */
  public Answer ask(URI host) throws IOException {
    HttpClientBuilder client = HttpClientBuilder.create();
    limits.messages().bounds("wechat.api", address.proxy()).configureHttpClient(client);
    client.setConnectionManager(
        PoolingHttpClientConnectionManagerBuilder.create()
            .setDefaultConnectionConfig(
                ConnectionConfig.custom().setConnectTimeout(TIME).setSocketTimeout(TIME).build())
            .build());
    try (CloseableHttpClient asking = client.build()) {
      return asking.execute(
          new HttpGet(host + "/"),
          answer ->
              new Answer(
                  answer.getCode(),
                  Optional.ofNullable(DateUtils.parseStandardDate(answer, HttpHeaders.DATE))));
    }
  }
}
