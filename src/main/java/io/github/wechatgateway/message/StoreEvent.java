package io.github.wechatgateway.message;

import java.util.List;
import java.util.Map;

/**
 * What happens in and to the merchant's stores (门店): audits, orders, Wi-Fi, beacons, product codes.
 */
public sealed interface StoreEvent extends Event {

  /** WeChat checked a store ({@code poi_check_notify}). */
  record PoiCheck(Elements elements) implements StoreEvent {
    /** The merchant's own id of the store. */
    public String uniqId() {
      return elements.text("UniqId");
    }

    public String poiId() {
      return elements.text("PoiId");
    }

    /** {@code succ} or {@code fail}. */
    public String result() {
      return elements.text("Result");
    }

    public String msg() {
      return elements.text("Msg");
    }
  }

  /** WeChat checked a place that is new on its map ({@code create_map_poi_audit_info}). */
  record MapPoiAudit(Elements elements) implements StoreEvent {
    public String auditId() {
      return elements.text("audit_id");
    }

    public String status() {
      return elements.text("status");
    }

    public String mapPoiId() {
      return elements.text("map_poi_id");
    }

    public String name() {
      return elements.text("name");
    }

    public String address() {
      return elements.text("address");
    }

    public double latitude() {
      return elements.decimal("latitude");
    }

    public double longitude() {
      return elements.decimal("longitude");
    }

    /** What the auditor remarked. */
    public String shRemark() {
      return elements.text("sh_remark");
    }
  }

  /**
   * WeChat checked a merchant or store of a store mini program: {@code apply_merchant_audit_info},
   * {@code add_store_audit_info}, {@code modify_store_audit_info}.
   */
  record Audit(Elements elements) implements StoreEvent {
    public String auditId() {
      return elements.text("audit_id");
    }

    public String status() {
      return elements.text("status");
    }

    public String reason() {
      return elements.text("reason");
    }

    /** Of an {@code add_store_audit_info}. */
    public boolean isUpgrade() {
      return elements.number("is_upgrade") == 1;
    }

    /** Of an {@code add_store_audit_info}. */
    public String poiId() {
      return elements.text("poiid");
    }
  }

  /** An order in a WeChat shop was paid ({@code merchant_order}). */
  record Order(Elements elements) implements StoreEvent {
    public String orderId() {
      return elements.text("OrderId");
    }

    public String orderStatus() {
      return elements.text("OrderStatus");
    }

    public String productId() {
      return elements.text("ProductId");
    }

    public String skuInfo() {
      return elements.text("SkuInfo");
    }
  }

  /** A user is in a store's Wi-Fi ({@code WifiConnected}). */
  record WifiConnected(Elements elements) implements StoreEvent {
    /** In seconds since 1970. */
    public long connectTime() {
      return elements.number("ConnectTime");
    }

    public long expireTime() {
      return elements.number("ExpireTime");
    }

    public String vendorId() {
      return elements.text("VendorId");
    }

    /** The store; WeChat sends this or {@link #shopId}. */
    public String placeId() {
      return elements.text("PlaceId");
    }

    /** The store; WeChat sends this or {@link #placeId}. */
    public String shopId() {
      return elements.text("ShopId");
    }

    /** The access point. */
    public String deviceNo() {
      return elements.text("DeviceNo");
    }
  }

  /** A user shook their phone near a beacon ({@code ShakearoundUserShake}). */
  record Shake(Elements elements) implements StoreEvent {
    public Beacon chosenBeacon() {
      return elements.list("ChosenBeacon").stream()
          .map(Beacon::new)
          .findFirst()
          .orElseGet(() -> new Beacon(new Elements(Map.of())));
    }

    public List<Beacon> aroundBeacons() {
      return elements.list("AroundBeacons.AroundBeacon").stream().map(Beacon::new).toList();
    }
  }

  /** A beacon that a {@link Shake} found. */
  record Beacon(Elements elements) {
    public String uuid() {
      return elements.text("Uuid");
    }

    public String major() {
      return elements.text("Major");
    }

    public String minor() {
      return elements.text("Minor");
    }

    /** In metres. */
    public double distance() {
      return elements.decimal("Distance");
    }
  }

  /**
   * A user scanned a product's code: {@code user_scan_product}, {@code
   * user_scan_product_enter_session}, {@code user_scan_product_async}, {@code
   * user_scan_product_verify_action}.
   */
  record ProductScan(Elements elements) implements StoreEvent {
    /** The kind of code, such as {@code ean13}. */
    public String keyStandard() {
      return elements.text("KeyStandard");
    }

    /** What the code says. */
    public String keyStr() {
      return elements.text("KeyStr");
    }

    public String country() {
      return elements.text("Country");
    }

    public String province() {
      return elements.text("Province");
    }

    public String city() {
      return elements.text("City");
    }

    /** 1 male, 2 female, 0 unknown. */
    public String sex() {
      return elements.text("Sex");
    }

    /** How the product was opened: 1 by a scan, 2 in another way. */
    public String scene() {
      return elements.text("Scene");
    }

    public String extInfo() {
      return elements.text("ExtInfo");
    }

    /** Of a {@code user_scan_product_async}. */
    public String regionCode() {
      return elements.text("RegionCode");
    }

    /** Of a {@code user_scan_product_verify_action}. */
    public String result() {
      return elements.text("Result");
    }

    /** Of a {@code user_scan_product_verify_action}. */
    public String reasonMsg() {
      return elements.text("ReasonMsg");
    }
  }
}
