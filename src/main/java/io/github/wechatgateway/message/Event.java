package io.github.wechatgateway.message;

/**
 * Something that happened: the user followed, scanned, clicked …, or WeChat reports on the
 * account's own doings. The records are nested in an interface for each area.
 *
 * @see <a
 *     href="https://developers.weixin.qq.com/doc/service/guide/product/message/Receiving_event_pushes.html">接收事件推送</a>
 */
public sealed interface Event extends Message
    permits UserEvent,
        MenuEvent,
        JobEvent,
        ServiceEvent,
        VerificationEvent,
        CardEvent,
        InvoiceEvent,
        StoreEvent,
        MiniProgramEvent,
        Event.Other {

  /** The event's name as WeChat writes it; its case differs between WeChat's own sources. */
  default String event() {
    return elements().text("Event").strip();
  }

  /**
   * The key of the menu item, or the scene of a QR code, or whatever else this event calls its key.
   */
  default String eventKey() {
    return elements().text("EventKey").strip();
  }

  /**
   * An event with no fields of its own, such as {@code unsubscribe}, or one that this version does
   * not know.
   */
  record Other(Elements elements) implements Event {}
}
