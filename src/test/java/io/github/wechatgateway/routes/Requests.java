package io.github.wechatgateway.routes;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.wechatgateway.RouteUnderTest;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.Processor;

/** Requests to the sandbox's account, as the HTTP server hands them to a route. */
final class Requests {
  private static final String TOKEN = "demotoken";
  private static final String TIMESTAMP = "1718000137";
  private static final String NONCE = "486452656";

  private Requests() {}

  /** Gives a request the account and the parameters that WeChat signs. */
  static Message sign(Exchange exchange) {
    Message request = exchange.getMessage();
    request.setHeader("account", "demo");
    request.setHeader("timestamp", TIMESTAMP);
    request.setHeader("nonce", NONCE);
    request.setHeader("signature", sha1(TOKEN, TIMESTAMP, NONCE));
    return request;
  }

  /** As {@link #sign}, with the first step of the door done. */
  static Message verified(Exchange exchange, RouteUnderTest route) throws Exception {
    Message request = sign(exchange);
    route
        .context()
        .getRegistry()
        .lookupByNameAndType("verify-signature", Processor.class)
        .process(exchange);
    return request;
  }

  /** The body of an answer. */
  static String text(Exchange answered) {
    return answered.getMessage().getBody(String.class);
  }

  private static String sha1(String... texts) {
    try {
      String sorted = Stream.of(texts).sorted().collect(Collectors.joining());
      return HexFormat.of()
          .formatHex(MessageDigest.getInstance("SHA-1").digest(sorted.getBytes(UTF_8)));
    } catch (NoSuchAlgorithmException everyJdkHasIt) {
      throw new IllegalStateException(everyJdkHasIt);
    }
  }
}
