package io.github.wechatgateway.wechat;

import java.nio.file.Path;

/** What a call carries. A file is read as it is sent, at each try of the call. */
public sealed interface CallBody {

  /** Nothing, as every GET. */
  record Nothing() implements CallBody {}

  /** A few bytes, such as JSON. */
  @SuppressWarnings("ArrayRecordComponent") // nobody compares them
  record Bytes(String contentType, byte[] bytes) implements CallBody {}

  /** A body that lies in a file as it is, whatever it is. */
  record Content(String contentType, Path file) implements CallBody {}

  /**
   * A file as the part {@code media} of a form.
   *
   * @param name with an extension: WeChat takes no other
   */
  record Form(String name, String contentType, Path file) implements CallBody {}
}
