package io.github.wechatgateway.message;

import static io.github.wechatgateway.message.Fixtures.parse;
import static io.github.wechatgateway.message.Fixtures.read;
import static io.github.wechatgateway.message.Fixtures.xml;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the records make of the elements, where that is more than their text. */
class MessageValuesTest {
  @Test
  void the_scene_of_a_subscription_has_no_prefix() {
    assertThat(read(UserEvent.Scene.class, "event-subscribe").scene()).isEqualTo("store_12");
  }

  @Test
  void the_scene_of_a_scan_is_the_event_key() {
    assertThat(read(UserEvent.Scene.class, "event-scan").scene()).isEqualTo("4294967295");
    assertThat(scene("SCAN", "<EventKey>qrscene_mine</EventKey>")).isEqualTo("qrscene_mine");
  }

  @Test
  void a_subscription_without_a_qr_code_has_no_scene() {
    assertThat(scene("subscribe", "")).isEmpty();
    assertThat(scene("subscribe", "<EventKey></EventKey>")).isEmpty();
    assertThat(scene("subscribe", "<EventKey>last_trade_no_4003752001</EventKey>")).isEmpty();
  }

  @Test
  void both_spellings_of_the_ids_are_read() {
    var upper = read(UserEvent.InfoChange.class, "event-user-authorization-revoke");
    assertThat(upper.openId()).isEqualTo("oia2Tjrevoke_user_00001");
    assertThat(upper.appId()).isEqualTo("wx13974bf780d3dc8a");

    var lower = read(UserEvent.InfoChange.class, "event-user-authorization-cancellation");
    assertThat(lower.openId()).isEqualTo("oia2Tjcancellation_0001");
    assertThat(lower.appId()).isEqualTo("wx13974bf780d3dc8b");

    assertThat(read("text").msgId()).isEqualTo(read("text").field("MsgId")).isNotEqualTo("");
    assertThat(read("voice").msgId()).isEqualTo(read("voice").field("MsgID")).isNotEqualTo("");
  }

  @Test
  void an_invoice_may_name_its_app_either_way() {
    var authorized = read(InvoiceEvent.Authorized.class, "event-user-authorize-invoice");
    var other = parse(xml("event-user-authorize-invoice").replace("AuthorizeAppId>", "AppId>"));

    assertThat(authorized.authorizeAppId()).isEqualTo("wx8f2a3b4c5d6e7f80");
    assertThat(((InvoiceEvent.Authorized) other).authorizeAppId()).isEqualTo("wx8f2a3b4c5d6e7f80");
  }

  @Test
  void pictures_are_found_in_one_list_and_in_several() {
    String first = "1b5f7c23b5bf75682a53e7b6d163e185";
    String second = "5a75aaca956d97be686719218f275c6b";
    String third = "0cc175b9c0f1b6a831c399e269772661";

    assertThat(read(MenuEvent.Pictures.class, "event-pic-sysphoto").picMd5Sums())
        .containsExactly(first);
    assertThat(read(MenuEvent.Pictures.class, "event-pic-photo-or-album").picMd5Sums())
        .containsExactly(first, second);
    assertThat(read(MenuEvent.Pictures.class, "event-pic-weixin").picMd5Sums())
        .containsExactly(first, second, third);
  }

  @Test
  void a_place_has_its_latitude_in_x() {
    var place = read(MenuEvent.LocationSelect.class, "event-location-select");

    assertThat(place.latitude()).isEqualTo(23.09749, within(1e-9));
    assertThat(place.longitude()).isEqualTo(113.32441, within(1e-9));
  }

  @Test
  void a_mass_message_reports_on_each_article() {
    var sent = read(JobEvent.MassSent.class, "event-masssendjobfinish");

    assertThat(sent.fromUserName()).isEqualTo("mphelper");
    assertThat(sent.copyrightCheckState()).isEqualTo("2");
    assertThat(sent.copyrightResults())
        .extracting(JobEvent.CopyrightResult::articleIdx, JobEvent.CopyrightResult::canReprint)
        .containsExactly(tuple(1L, true), tuple(2L, false));
    assertThat(sent.articles())
        .containsExactly(
            new JobEvent.Article(1, "http://mp.weixin.qq.com/s/sent-1"),
            new JobEvent.Article(2, "http://mp.weixin.qq.com/s/sent-2"));
  }

  @Test
  void a_publication_reports_its_articles_or_those_that_were_refused() {
    var published = read(JobEvent.Published.class, "event-publishjobfinish");
    assertThat(published.publishStatus()).isEqualTo("0");
    assertThat(published.failIdx()).isEmpty();
    assertThat(published.articles())
        .containsExactly(
            new JobEvent.Article(1, "http://mp.weixin.qq.com/s/published-1"),
            new JobEvent.Article(2, "http://mp.weixin.qq.com/s/published-2"));

    var refused = read(JobEvent.Published.class, "event-freepublishjobfinish");
    assertThat(refused.publishStatus()).isEqualTo("2");
    assertThat(refused.failIdx()).containsExactly("1", "3");
    assertThat(refused.articles()).isEmpty();
  }

  @Test
  void subscription_messages_are_listed_whether_one_or_several() {
    assertThat(read(JobEvent.SubscribeMsg.class, "event-subscribe-msg-popup-event").list())
        .extracting(JobEvent.SubscribeMsgEntry::subscribeStatusString)
        .containsExactly("accept", "reject");
    assertThat(read(JobEvent.SubscribeMsg.class, "event-subscribe-msg-change-event").list())
        .extracting(JobEvent.SubscribeMsgEntry::subscribeStatusString)
        .containsExactly("reject");
    assertThat(read(JobEvent.SubscribeMsg.class, "event-subscribe-msg-sent-event").list())
        .extracting(JobEvent.SubscribeMsgEntry::errorCode)
        .containsExactly("0");
  }

  @Test
  void a_shake_tells_the_chosen_beacon_from_those_around() {
    var shake = read(StoreEvent.Shake.class, "event-shakearoundusershake");

    assertThat(shake.chosenBeacon().minor()).isEqualTo("2221");
    assertThat(shake.aroundBeacons())
        .extracting(StoreEvent.Beacon::minor)
        .containsExactly("2222", "2223");
    assertThat(new StoreEvent.Shake(new Elements(Map.of())).chosenBeacon().uuid()).isEmpty();
  }

  @Test
  void yes_is_written_as_a_number_or_as_a_word() {
    assertThat(read(CardEvent.Gifted.class, "event-user-gifting-card").isChatRoom()).isTrue();
    assertThat(read(CardEvent.GiftCard.class, "event-giftcard-send-to-friend").isChatRoom())
        .isTrue();
    assertThat(read(CardEvent.GiftCard.class, "event-giftcard-user-accept").isChatRoom()).isFalse();
    assertThat(read(CardEvent.GiftCard.class, "event-giftcard-pay-done").isChatRoom()).isFalse();
  }

  @Test
  void what_was_not_sent_reads_as_empty() {
    Message bare = MessageTypes.of(new Elements(Map.of("MsgType", "event", "Event", "VIEW")));

    assertThat(bare).isInstanceOf(MenuEvent.Click.class);
    assertThat(((MenuEvent.Click) bare).menuId()).isEmpty();
    assertThat(bare.createTime()).isZero();
    assertThat(bare.field("MenuId")).isNull();
  }

  private static String scene(String event, String eventKey) {
    String xml =
        "<xml><ToUserName>gh</ToUserName><FromUserName>user</FromUserName><MsgType>event</MsgType>"
            + "<Event>%s</Event>%s</xml>".formatted(event, eventKey);
    return ((UserEvent.Scene) parse(xml)).scene();
  }
}
