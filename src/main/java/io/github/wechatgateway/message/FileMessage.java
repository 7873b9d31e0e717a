package io.github.wechatgateway.message;

/** A file ({@code file}). WeChat does not document it, and gives no way to download one. */
public record FileMessage(Elements elements) implements Message {
  public String title() {
    return elements.text("Title");
  }

  public String description() {
    return elements.text("Description");
  }

  public String fileKey() {
    return elements.text("FileKey");
  }

  public String fileMd5() {
    return elements.text("FileMd5");
  }

  /** Its size in bytes. */
  public long fileTotalLen() {
    return elements.number("FileTotalLen");
  }
}
