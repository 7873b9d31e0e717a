package io.github.wechatgateway.message;

/** A place that the user sent. */
public record Location(Elements elements) implements Message {
  /** Degrees of latitude ({@code Location_X}). */
  public double latitude() {
    return elements.decimal("Location_X");
  }

  /** Degrees of longitude ({@code Location_Y}). */
  public double longitude() {
    return elements.decimal("Location_Y");
  }

  /** The zoom of the map. */
  public long scale() {
    return elements.number("Scale");
  }

  /** What the place is called. */
  public String label() {
    return elements.text("Label");
  }
}
