package io.github.wechatgateway.sandbox.page;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.Processor;
import org.jspecify.annotations.Nullable;

/** {@code GET /sandbox/}, and the files of the page at {@code /sandbox/page/{file}}. */
public final class GivePage implements Processor {
  private static final String INDEX = "index.html";
  private static final Pattern FILE = Pattern.compile("[a-z-]{1,40}\\.(css|html|js|svg)");
  private static final Map<String, String> TYPES =
      Map.of(
          "css", "text/css; charset=utf-8",
          "html", "text/html; charset=utf-8",
          "js", "text/javascript; charset=utf-8",
          "svg", "image/svg+xml");

  /** What the page shows was written by others: nothing of it runs, and nothing leaves. */
  private static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob:;"
          + " media-src 'self' blob:; connect-src 'self'; base-uri 'none'; form-action 'none';"
          + " frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types xml";

  @Override
  public void process(Exchange exchange) throws IOException {
    String asked = exchange.getMessage().getHeader("file", INDEX, String.class);
    byte[] file = FILE.matcher(asked).matches() ? read(asked) : null;
    Message answer = exchange.getMessage();
    answer.removeHeaders("*");
    answer.setHeader("X-Content-Type-Options", "nosniff");
    answer.setHeader("Content-Security-Policy", POLICY);
    answer.setHeader("Cache-Control", "no-cache");
    answer.setHeader(Exchange.HTTP_RESPONSE_CODE, file == null ? 404 : 200);
    String type = asked.substring(asked.lastIndexOf('.') + 1);
    answer.setHeader(Exchange.CONTENT_TYPE, file == null ? "text/plain" : TYPES.get(type));
    answer.setBody(file == null ? null : ByteBuffer.wrap(file));
  }

  private static byte @Nullable [] read(String file) throws IOException {
    try (InputStream stream = GivePage.class.getResourceAsStream(file)) {
      return stream == null ? null : stream.readAllBytes();
    }
  }
}
