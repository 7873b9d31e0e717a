package io.github.wechatgateway.message;

/** What happens to electronic invoices (电子发票). */
public sealed interface InvoiceEvent extends Event {

  /** The user asked for an invoice ({@code user_authorize_invoice}). */
  record Authorized(Elements elements) implements InvoiceEvent {
    /** The order that it may be made out for; empty where the user's request failed. */
    public String succOrderId() {
      return elements.text("SuccOrderId");
    }

    /** The order that the request failed for. */
    public String failOrderId() {
      return elements.text("FailOrderId");
    }

    /** Sent as {@code AuthorizeAppId} or {@code AppId}. */
    public String authorizeAppId() {
      String id = elements.text("AuthorizeAppId");
      return id.isEmpty() ? elements.text("AppId") : id;
    }

    /** Where the user asked from: {@code web}, {@code app}, … */
    public String source() {
      return elements.text("Source");
    }
  }

  /** An invoice among the user's cards has another status ({@code update_invoice_status}). */
  record StatusUpdate(Elements elements) implements InvoiceEvent {
    /** {@code INVOICE_REIMBURSE_INIT}, {@code INVOICE_REIMBURSE_LOCK}, … */
    public String status() {
      return elements.text("Status");
    }

    public String cardId() {
      return elements.text("CardId");
    }

    public String code() {
      return elements.text("Code");
    }
  }

  /** The user gave whom the invoice is to be made out to ({@code submit_invoice_title}). */
  record Title(Elements elements) implements InvoiceEvent {
    public String title() {
      return elements.text("title");
    }

    public String phone() {
      return elements.text("phone");
    }

    public String taxNo() {
      return elements.text("tax_no");
    }

    public String addr() {
      return elements.text("addr");
    }

    public String bankType() {
      return elements.text("bank_type");
    }

    public String bankNo() {
      return elements.text("bank_no");
    }

    /** What the account put into the link that led here. */
    public String attach() {
      return elements.text("attach");
    }

    public String titleType() {
      return elements.text("title_type");
    }
  }

  /** An invoice was made out ({@code cloud_invoice_invoiceresult_event}). */
  record Issued(Elements elements) implements InvoiceEvent {
    public String status() {
      return elements.text("status");
    }

    /** The number of the request (发票请求流水号). */
    public String fpqqlsh() {
      return elements.text("fpqqlsh");
    }

    /** The taxpayer (纳税人识别号). */
    public String nsrsbh() {
      return elements.text("nsrsbh");
    }
  }
}
