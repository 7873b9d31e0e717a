package io.github.wechatgateway.message;

import java.util.List;

/** What the user does with the account's menu; {@link #eventKey()} is the key of the item. */
public sealed interface MenuEvent extends Event {

  /** An item was clicked: {@code CLICK}, {@code VIEW}, {@code view_miniprogram}. */
  record Click(Elements elements) implements MenuEvent {
    /** The id of the conditional menu (个性化菜单) that the item is of; empty for the default menu. */
    public String menuId() {
      return elements.text("MenuId");
    }
  }

  /**
   * A code was scanned: {@code scancode_push}, {@code scancode_waitmsg}. Only the latter can be
   * answered.
   */
  record ScanCode(Elements elements) implements MenuEvent {
    /** {@code qrcode} or {@code barcode}. */
    public String scanType() {
      return elements.text("ScanCodeInfo.ScanType");
    }

    /** What the code says; for a barcode its kind comes first: {@code CODE_128,0123456789}. */
    public String scanResult() {
      return elements.text("ScanCodeInfo.ScanResult");
    }
  }

  /**
   * Pictures were chosen ({@code pic_sysphoto}, {@code pic_photo_or_album}, {@code pic_weixin});
   * each of them comes as an {@link Image} too.
   */
  record Pictures(Elements elements) implements MenuEvent {
    public long count() {
      return elements.number("SendPicsInfo.Count");
    }

    public List<String> picMd5Sums() {
      return elements.texts("SendPicsInfo.PicList.item.PicMd5Sum");
    }
  }

  /** A place was chosen ({@code location_select}); it comes as a {@link Location} too. */
  record LocationSelect(Elements elements) implements MenuEvent {
    /** Degrees of latitude ({@code Location_X}). */
    public double latitude() {
      return elements.decimal("SendLocationInfo.Location_X");
    }

    /** Degrees of longitude ({@code Location_Y}). */
    public double longitude() {
      return elements.decimal("SendLocationInfo.Location_Y");
    }

    /** The zoom of the map. */
    public long scale() {
      return elements.number("SendLocationInfo.Scale");
    }

    /** What the place is called. */
    public String label() {
      return elements.text("SendLocationInfo.Label");
    }

    public String poiname() {
      return elements.text("SendLocationInfo.Poiname");
    }
  }
}
