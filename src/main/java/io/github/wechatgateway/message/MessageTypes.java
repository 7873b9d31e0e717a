package io.github.wechatgateway.message;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/** Which record stands for which message: the one table of all that WeChat is known to send. */
final class MessageTypes {
  /** By MsgType, in lower case. */
  private static final Map<String, Function<Elements, ? extends Message>> MESSAGES =
      new HashMap<>();

  /** By Event, in lower case. */
  private static final Map<String, Function<Elements, ? extends Message>> EVENTS = new HashMap<>();

  static {
    messages(Text::new, "text");
    messages(Image::new, "image");
    messages(Voice::new, "voice");
    messages(Video::new, "video");
    messages(ShortVideo::new, "shortvideo");
    messages(Location::new, "location");
    messages(Link::new, "link");
    messages(FileMessage::new, "file");
    messages(MiniProgramPage::new, "miniprogrampage");
    messages(Device::new, "device_text", "device_event", "device_status", "hardware");
    messages(MessageTypes::event, "event");

    events(UserEvent.Scene::new, "subscribe", "scan");
    events(UserEvent.LocationReport::new, "location");
    events(
        UserEvent.InfoChange::new,
        "user_info_modified",
        "user_authorization_revoke",
        "user_authorization_cancellation");

    events(MenuEvent.Click::new, "click", "view", "view_miniprogram");
    events(MenuEvent.ScanCode::new, "scancode_push", "scancode_waitmsg");
    events(MenuEvent.Pictures::new, "pic_sysphoto", "pic_photo_or_album", "pic_weixin");
    events(MenuEvent.LocationSelect::new, "location_select");

    events(JobEvent.TemplateSent::new, "templatesendjobfinish");
    events(JobEvent.MassSent::new, "masssendjobfinish");
    events(JobEvent.Published::new, "publishjobfinish", "freepublishjobfinish");
    events(
        JobEvent.SubscribeMsg::new,
        "subscribe_msg_popup_event",
        "subscribe_msg_change_event",
        "subscribe_msg_sent_event");

    events(ServiceEvent.Session::new, "kf_create_session", "kf_close_session", "kf_switch_session");
    events(ServiceEvent.GuideScan::new, "guide_qrcode_scan_event");

    events(
        VerificationEvent.Expiry::new,
        "qualification_verify_success",
        "naming_verify_success",
        "annual_renew",
        "verify_expired");
    events(VerificationEvent.Failure::new, "qualification_verify_fail", "naming_verify_fail");
    events(
        VerificationEvent.Progress::new,
        "wx_verify_pay_succ",
        "wx_verify_dispatch",
        "wx_verify_refill",
        "wx_verify_fail");

    events(CardEvent.Check::new, "card_pass_check", "card_not_pass_check");
    events(CardEvent.Received::new, "user_get_card");
    events(CardEvent.Gifted::new, "user_gifting_card");
    events(
        CardEvent.Used::new,
        "user_del_card",
        "user_view_card",
        "user_enter_session_from_card",
        "submit_membercard_user_info");
    events(CardEvent.Consumed::new, "user_consume_card");
    events(CardEvent.Paid::new, "user_pay_from_pay_cell");
    events(CardEvent.MemberUpdate::new, "update_member_card");
    events(CardEvent.Stock::new, "card_sku_remind");
    events(CardEvent.PayOrder::new, "card_pay_order");
    events(CardEvent.MerchantCheck::new, "card_merchant_check_result");
    events(
        CardEvent.GiftCard::new,
        "giftcard_pay_done",
        "giftcard_send_to_friend",
        "giftcard_user_accept");

    events(InvoiceEvent.Authorized::new, "user_authorize_invoice");
    events(InvoiceEvent.StatusUpdate::new, "update_invoice_status");
    events(InvoiceEvent.Title::new, "submit_invoice_title");
    events(InvoiceEvent.Issued::new, "cloud_invoice_invoiceresult_event");

    events(StoreEvent.PoiCheck::new, "poi_check_notify");
    events(StoreEvent.MapPoiAudit::new, "create_map_poi_audit_info");
    events(
        StoreEvent.Audit::new,
        "apply_merchant_audit_info",
        "add_store_audit_info",
        "modify_store_audit_info");
    events(StoreEvent.Order::new, "merchant_order");
    events(StoreEvent.WifiConnected::new, "wificonnected");
    events(StoreEvent.Shake::new, "shakearoundusershake");
    events(
        StoreEvent.ProductScan::new,
        "user_scan_product",
        "user_scan_product_enter_session",
        "user_scan_product_async",
        "user_scan_product_verify_action");

    events(MiniProgramEvent.TempSession::new, "user_enter_tempsession");
    events(MiniProgramEvent.MediaCheck::new, "wxa_media_check");
    events(
        MiniProgramEvent.CodeAudit::new,
        "weapp_audit_success",
        "weapp_audit_fail",
        "weapp_audit_delay");
    events(MiniProgramEvent.SettingAudit::new, "wxa_nickname_audit", "wxa_category_audit");
  }

  private MessageTypes() {}

  /** The record for these elements; WeChat's own sources differ in the case of the names. */
  static Message of(Elements elements) {
    return MESSAGES.getOrDefault(lower(elements.text("MsgType")), Other::new).apply(elements);
  }

  private static Message event(Elements elements) {
    return EVENTS.getOrDefault(lower(elements.text("Event")), Event.Other::new).apply(elements);
  }

  private static void messages(Function<Elements, ? extends Message> type, String... names) {
    for (String name : names) {
      MESSAGES.put(name, type);
    }
  }

  private static void events(Function<Elements, ? extends Event> type, String... names) {
    for (String name : names) {
      EVENTS.put(name, type);
    }
  }

  private static String lower(String name) {
    return name.strip().toLowerCase(Locale.ROOT);
  }
}
