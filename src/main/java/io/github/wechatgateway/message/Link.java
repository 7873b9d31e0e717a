package io.github.wechatgateway.message;

/** A link that the user shared. */
public record Link(Elements elements) implements Message {
  public String title() {
    return elements.text("Title");
  }

  public String description() {
    return elements.text("Description");
  }

  public String url() {
    return elements.text("Url");
  }
}
