package io.github.wechatgateway.message;

/** What customer service (客服) and shopping guides (导购) do. */
public sealed interface ServiceEvent extends Event {

  /**
   * A user's talk with customer service: {@code kf_create_session}, {@code kf_close_session},
   * {@code kf_switch_session}.
   */
  record Session(Elements elements) implements ServiceEvent {
    /** Who talks with the user; empty for a switch. */
    public String kfAccount() {
      return elements.text("KfAccount");
    }

    public String closeType() {
      return elements.text("CloseType");
    }

    /** Of a switch. */
    public String fromKfAccount() {
      return elements.text("FromKfAccount");
    }

    /** Of a switch. */
    public String toKfAccount() {
      return elements.text("ToKfAccount");
    }
  }

  /** A user scanned a shopping guide's QR code ({@code guide_qrcode_scan_event}). */
  record GuideScan(Elements elements) implements ServiceEvent {
    public String qrcodeGuideAccount() {
      return elements.text("GuideScanEvent.qrcode_guide_account");
    }

    public String qrcodeGuideOpenId() {
      return elements.text("GuideScanEvent.qrcode_guide_openid");
    }

    /** The user's. */
    public String openId() {
      return elements.text("GuideScanEvent.openid");
    }

    public String action() {
      return elements.text("GuideScanEvent.action");
    }

    public String qrcodeInfo() {
      return elements.text("GuideScanEvent.qrcode_info");
    }
  }
}
