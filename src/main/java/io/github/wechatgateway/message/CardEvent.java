package io.github.wechatgateway.message;

/** What happens to cards, coupons and gift cards (卡券). */
public sealed interface CardEvent extends Event {

  /** The card as the account made it; empty where the event is of an order or a merchant. */
  default String cardId() {
    return elements().text("CardId");
  }

  /** The code of the user's own copy of the card. */
  default String userCardCode() {
    return elements().text("UserCardCode");
  }

  /** WeChat checked a card: {@code card_pass_check}, {@code card_not_pass_check}. */
  record Check(Elements elements) implements CardEvent {
    public String refuseReason() {
      return elements.text("RefuseReason");
    }
  }

  /** A user got a card ({@code user_get_card}). */
  record Received(Elements elements) implements CardEvent {
    /** The code that the card had with the friend who gave it away. */
    public String oldUserCardCode() {
      return elements.text("OldUserCardCode");
    }

    public boolean isGiveByFriend() {
      return flag(elements, "IsGiveByFriend");
    }

    public String friendUserName() {
      return elements.text("FriendUserName");
    }

    /**
     * The scene of the QR code that the card was had by, where it is a number; see {@link
     * #outerStr}.
     */
    public String outerId() {
      return elements.text("OuterId");
    }

    /** The scene that the card was had by. */
    public String outerStr() {
      return elements.text("OuterStr");
    }

    /** The user had deleted the member card, and has it back. */
    public boolean isRestoreMemberCard() {
      return flag(elements, "IsRestoreMemberCard");
    }

    public boolean isRecommendByFriend() {
      return flag(elements, "IsRecommendByFriend");
    }

    public String unionId() {
      return elements.text("UnionId");
    }
  }

  /** A user gives a card to a friend ({@code user_gifting_card}). */
  record Gifted(Elements elements) implements CardEvent {
    public String friendUserName() {
      return elements.text("FriendUserName");
    }

    /** The card came back. */
    public boolean isReturnBack() {
      return flag(elements, "IsReturnBack");
    }

    /** Given to a group, not to one friend. */
    public boolean isChatRoom() {
      return flag(elements, "IsChatRoom");
    }
  }

  /**
   * A user did something with a card: {@code user_del_card}, {@code user_view_card}, {@code
   * user_enter_session_from_card}, {@code submit_membercard_user_info}.
   */
  record Used(Elements elements) implements CardEvent {
    /** Of a {@code user_view_card}: the scene that it was opened by. */
    public String outerStr() {
      return elements.text("OuterStr");
    }
  }

  /** A card was redeemed ({@code user_consume_card}). */
  record Consumed(Elements elements) implements CardEvent {
    /** {@code FROM_API}, {@code FROM_MP}, {@code FROM_MOBILE_HELPER}, … */
    public String consumeSource() {
      return elements.text("ConsumeSource");
    }

    public String locationId() {
      return elements.text("LocationId");
    }

    public String locationName() {
      return elements.text("LocationName");
    }

    /** Who redeemed it. */
    public String staffOpenId() {
      return elements.text("StaffOpenId");
    }

    public String verifyCode() {
      return elements.text("VerifyCode");
    }

    public String remarkAmount() {
      return elements.text("RemarkAmount");
    }

    public String outerStr() {
      return elements.text("OuterStr");
    }
  }

  /** A user paid with a card ({@code user_pay_from_pay_cell}). */
  record Paid(Elements elements) implements CardEvent {
    /** WeChat Pay's id of the payment. */
    public String transId() {
      return elements.text("TransId");
    }

    public String locationId() {
      return elements.text("LocationId");
    }

    public String locationName() {
      return elements.text("LocationName");
    }

    /** What was paid, in fen (分). */
    public long fee() {
      return elements.number("Fee");
    }

    /** What was due, in fen (分). */
    public long originalFee() {
      return elements.number("OriginalFee");
    }
  }

  /** A member card's points or balance changed ({@code update_member_card}). */
  record MemberUpdate(Elements elements) implements CardEvent {
    /** By how many points; negative where some are gone. */
    public long modifyBonus() {
      return elements.number("ModifyBonus");
    }

    /** By how much; negative where some is gone. */
    public long modifyBalance() {
      return elements.number("ModifyBalance");
    }
  }

  /** Few of a card are left ({@code card_sku_remind}). */
  record Stock(Elements elements) implements CardEvent {
    public String detail() {
      return elements.text("Detail");
    }
  }

  /** The account's coupon coins (券点) changed ({@code card_pay_order}). */
  record PayOrder(Elements elements) implements CardEvent {
    public String orderId() {
      return elements.text("OrderId");
    }

    /** {@code ORDER_STATUS_FINANCE_SUCC}, … */
    public String status() {
      return elements.text("Status");
    }

    /** In seconds since 1970. */
    public long createOrderTime() {
      return elements.number("CreateOrderTime");
    }

    /** In seconds since 1970. */
    public long payFinishTime() {
      return elements.number("PayFinishTime");
    }

    public String desc() {
      return elements.text("Desc");
    }

    public double freeCoinCount() {
      return elements.decimal("FreeCoinCount");
    }

    public double payCoinCount() {
      return elements.decimal("PayCoinCount");
    }

    public double refundFreeCoinCount() {
      return elements.decimal("RefundFreeCoinCount");
    }

    public double refundPayCoinCount() {
      return elements.decimal("RefundPayCoinCount");
    }

    /** {@code ORDER_TYPE_SYS_ADD}, … */
    public String orderType() {
      return elements.text("OrderType");
    }

    public String memo() {
      return elements.text("Memo");
    }

    public String receiptInfo() {
      return elements.text("ReceiptInfo");
    }
  }

  /** WeChat checked a sub-merchant ({@code card_merchant_check_result}). */
  record MerchantCheck(Elements elements) implements CardEvent {
    public String merchantId() {
      return elements.text("MerchantId");
    }

    public boolean isPass() {
      return flag(elements, "IsPass");
    }

    public String reason() {
      return elements.text("Reason");
    }
  }

  /**
   * A gift card was paid, sent or taken: {@code giftcard_pay_done}, {@code
   * giftcard_send_to_friend}, {@code giftcard_user_accept}.
   */
  record GiftCard(Elements elements) implements CardEvent {
    /** The shelf (货架) that it was bought from. */
    public String pageId() {
      return elements.text("PageId");
    }

    public String orderId() {
      return elements.text("OrderId");
    }

    /** Sent to a group, not to one friend. */
    public boolean isChatRoom() {
      return flag(elements, "IsChatRoom");
    }

    /** The card came back. */
    public boolean isReturnBack() {
      return flag(elements, "IsReturnBack");
    }
  }

  /** WeChat writes yes as {@code 1} here and as {@code true} there. */
  private static boolean flag(Elements elements, String name) {
    String text = elements.text(name);
    return text.equals("1") || text.equals("true");
  }
}
