package io.github.wechatgateway.wechat;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.Processor;

/** Reads the body of an answer, into the file that the call names for it or into memory. */
public final class TakeAnswer implements Processor {
  /** The property that names the file. */
  static final String ANSWER_TO = "wechatAnswerTo";

  private final int longest;

  /**
   * For any answer.
   *
   * @param longest bytes of one that is read into memory
   */
  TakeAnswer(int longest) {
    this.longest = longest;
  }

  @Override
  public void process(Exchange exchange) throws IOException {
    Message answer = exchange.getMessage();
    Path file = exchange.getProperty(ANSWER_TO, Path.class);
    try (InputStream body = answer.getBody(InputStream.class)) {
      if (file != null) {
        Files.copy(
            body == null ? InputStream.nullInputStream() : body,
            file,
            StandardCopyOption.REPLACE_EXISTING);
        answer.setBody(file);
      } else if (body != null) {
        answer.setBody(inMemory(body));
      }
    }
  }

  private byte[] inMemory(InputStream body) throws IOException {
    byte[] bytes = body.readNBytes(longest + 1);
    if (bytes.length > longest) {
      throw new InterruptedIOException("more than wechat.api.max-answer bytes");
    }
    return bytes;
  }
}
