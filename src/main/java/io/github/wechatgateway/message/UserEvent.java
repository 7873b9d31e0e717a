package io.github.wechatgateway.message;

/** What the user does with the account: follows it, scans its QR code, reports where they are. */
public sealed interface UserEvent extends Event {

  /** The user followed ({@code subscribe}), or scanned as a follower already ({@code SCAN}). */
  record Scene(Elements elements) implements UserEvent {
    private static final String PREFIX = "qrscene_";

    /**
     * The scene of the QR code, without the {@code qrscene_} that a {@code subscribe} has before
     * it. Empty when the user followed without such a code.
     */
    public String scene() {
      if (!event().equalsIgnoreCase("subscribe")) {
        return eventKey();
      }
      return eventKey().startsWith(PREFIX) ? eventKey().substring(PREFIX.length()) : "";
    }

    /** By this the picture of the QR code can be fetched. */
    public String ticket() {
      return elements.text("Ticket");
    }
  }

  /** Where the user is, on entering the chat or every five seconds in it ({@code LOCATION}). */
  record LocationReport(Elements elements) implements UserEvent {
    public double latitude() {
      return elements.decimal("Latitude");
    }

    public double longitude() {
      return elements.decimal("Longitude");
    }

    public double precision() {
      return elements.decimal("Precision");
    }
  }

  /**
   * The user changed their data or took back a consent: {@code user_info_modified}, {@code
   * user_authorization_revoke}, {@code user_authorization_cancellation}.
   */
  record InfoChange(Elements elements) implements UserEvent {
    /** Sent as {@code OpenID} or {@code openid}. */
    public String openId() {
      String id = elements.text("OpenID");
      return id.isEmpty() ? elements.text("openid") : id;
    }

    public String unionId() {
      return elements.text("UnionID");
    }

    /** Sent as {@code AppID} or {@code appid}. */
    public String appId() {
      String id = elements.text("AppID");
      return id.isEmpty() ? elements.text("appid") : id;
    }

    /** The numbers of what was taken back, joined by commas; {@code 301} is all of it. */
    public String revokeInfo() {
      return elements.text("RevokeInfo");
    }
  }
}
