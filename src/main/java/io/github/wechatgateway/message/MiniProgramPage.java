package io.github.wechatgateway.message;

/** A card of a mini program ({@code miniprogrampage}). */
public record MiniProgramPage(Elements elements) implements Message {
  public String appId() {
    return elements.text("AppId");
  }

  public String title() {
    return elements.text("Title");
  }

  public String pagePath() {
    return elements.text("PagePath");
  }

  public String thumbUrl() {
    return elements.text("ThumbUrl");
  }

  public String thumbMediaId() {
    return elements.text("ThumbMediaId");
  }
}
