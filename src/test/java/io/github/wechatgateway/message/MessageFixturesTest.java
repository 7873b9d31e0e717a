package io.github.wechatgateway.message;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.net.URISyntaxException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** One fixture for each kind of message and event: which record it becomes, and what that gives. */
class MessageFixturesTest {
  private static final Map<String, String> FIXTURES = load();

  private static final Map<String, String> EXPECTED =
      table(
          """
          Text: text
          Image: image
          Voice: voice
          Video: video
          ShortVideo: shortvideo
          Location: location
          Link: link
          FileMessage: file
          MiniProgramPage: miniprogrampage
          Device: device-text device-event device-status hardware
          Other: unknown infotype-component-verify-ticket

          UserEvent.Scene: subscribe scan
          UserEvent.LocationReport: location
          UserEvent.InfoChange: user-info-modified user-authorization-revoke \
              user-authorization-cancellation

          MenuEvent.Click: click view view-miniprogram
          MenuEvent.ScanCode: scancode-push scancode-waitmsg
          MenuEvent.Pictures: pic-sysphoto pic-photo-or-album pic-weixin
          MenuEvent.LocationSelect: location-select

          JobEvent.TemplateSent: templatesendjobfinish
          JobEvent.MassSent: masssendjobfinish
          JobEvent.Published: publishjobfinish freepublishjobfinish
          JobEvent.SubscribeMsg: subscribe-msg-popup-event subscribe-msg-change-event \
              subscribe-msg-sent-event

          ServiceEvent.Session: kf-create-session kf-close-session kf-switch-session
          ServiceEvent.GuideScan: guide-qrcode-scan-event

          VerificationEvent.Expiry: qualification-verify-success naming-verify-success \
              annual-renew verify-expired
          VerificationEvent.Failure: qualification-verify-fail naming-verify-fail
          VerificationEvent.Progress: wx-verify-pay-succ wx-verify-dispatch wx-verify-refill \
              wx-verify-fail

          CardEvent.Check: card-pass-check card-not-pass-check
          CardEvent.Received: user-get-card
          CardEvent.Gifted: user-gifting-card
          CardEvent.Used: user-del-card user-view-card user-enter-session-from-card \
              submit-membercard-user-info
          CardEvent.Consumed: user-consume-card
          CardEvent.Paid: user-pay-from-pay-cell
          CardEvent.MemberUpdate: update-member-card
          CardEvent.Stock: card-sku-remind
          CardEvent.PayOrder: card-pay-order
          CardEvent.MerchantCheck: card-merchant-check-result
          CardEvent.GiftCard: giftcard-pay-done giftcard-send-to-friend giftcard-user-accept

          InvoiceEvent.Authorized: user-authorize-invoice
          InvoiceEvent.StatusUpdate: update-invoice-status
          InvoiceEvent.Title: submit-invoice-title
          InvoiceEvent.Issued: cloud-invoice-invoiceresult-event

          StoreEvent.PoiCheck: poi-check-notify
          StoreEvent.MapPoiAudit: create-map-poi-audit-info
          StoreEvent.Audit: apply-merchant-audit-info add-store-audit-info modify-store-audit-info
          StoreEvent.Order: merchant-order
          StoreEvent.WifiConnected: wificonnected
          StoreEvent.Shake: shakearoundusershake
          StoreEvent.ProductScan: user-scan-product user-scan-product-enter-session \
              user-scan-product-async user-scan-product-verify-action

          MiniProgramEvent.TempSession: user-enter-tempsession
          MiniProgramEvent.MediaCheck: wxa-media-check
          MiniProgramEvent.CodeAudit: weapp-audit-success weapp-audit-fail weapp-audit-delay
          MiniProgramEvent.SettingAudit: wxa-nickname-audit wxa-category-audit

          Event.Other: unsubscribe enter guide-invite-result-event add-guide-buyer-relation-event \
              wxa-illegal-record wxa-appeal-record wxa-privacy-apply open-product-order-pay \
              debug-demo
          """);

  private static final List<Object> RECORDS =
      fixtures().stream()
          .map(MessageFixturesTest::read)
          .flatMap(MessageFixturesTest::withNested)
          .toList();

  @Test
  void every_fixture_is_expected_and_every_expectation_has_a_fixture() {
    assertThat(fixtures()).containsExactlyInAnyOrderElementsOf(EXPECTED.keySet());
  }

  @ParameterizedTest
  @MethodSource("fixtures")
  void a_message_becomes_its_record(String fixture) {
    assertThat(typeName(read(fixture).getClass())).isEqualTo(EXPECTED.get(fixture));
  }

  @ParameterizedTest
  @MethodSource("fixtures")
  void every_element_is_reachable_unchanged(String fixture) {
    Message message = read(fixture);

    leaves(xml(fixture))
        .forEach(
            (path, texts) ->
                assertThat(message.field(path))
                    .as(path)
                    .isEqualTo(texts.size() == 1 ? texts.get(0) : texts));
  }

  @ParameterizedTest
  @MethodSource("fixtures")
  void the_case_of_names_makes_no_difference(String fixture) {
    String xml = xml(fixture);

    assertThat(parse(recased(xml, text -> text.toUpperCase(Locale.ROOT))))
        .hasSameClassAs(parse(recased(xml, text -> text.toLowerCase(Locale.ROOT))))
        .hasSameClassAs(parse(xml));
  }

  @ParameterizedTest
  @MethodSource("types")
  void every_accessor_gives_what_some_fixture_holds(Class<?> type) {
    assertThat(RECORDS).hasAtLeastOneElementOfType(type);
    for (Method accessor : accessors(type)) {
      assertThat(RECORDS)
          .filteredOn(type::isInstance)
          .as(typeName(type) + "." + accessor.getName())
          .anySatisfy(it -> assertThat(isDefault(invoke(accessor, it))).isFalse());
    }
  }

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

  /** Every type of the hierarchy, and the records that their accessors give. */
  static Stream<Class<?>> types() {
    return Stream.concat(
            permitted(Message.class),
            permitted(Message.class).flatMap(type -> Arrays.stream(type.getDeclaredClasses())))
        .distinct();
  }

  static Set<String> fixtures() {
    return FIXTURES.keySet();
  }

  private static Stream<Class<?>> permitted(Class<?> type) {
    Class<?>[] subclasses = type.getPermittedSubclasses();
    return Stream.concat(
        Stream.of(type),
        subclasses == null
            ? Stream.empty()
            : Arrays.stream(subclasses).flatMap(MessageFixturesTest::permitted));
  }

  private static List<Method> accessors(Class<?> type) {
    Set<String> others = Set.of("elements", "toString", "hashCode");
    return Arrays.stream(type.getDeclaredMethods())
        .filter(method -> Modifier.isPublic(method.getModifiers()) && !method.isSynthetic())
        .filter(method -> method.getParameterCount() == 0 && !others.contains(method.getName()))
        .toList();
  }

  /** The object itself, and the records that its accessors give. */
  private static Stream<Object> withNested(Object object) {
    return Stream.concat(
        Stream.of(object),
        accessors(object.getClass()).stream()
            .map(accessor -> invoke(accessor, object))
            .flatMap(value -> value instanceof List<?> list ? list.stream() : Stream.of(value))
            .filter(Record.class::isInstance));
  }

  private static Object invoke(Method accessor, Object object) {
    try {
      return accessor.invoke(object);
    } catch (ReflectiveOperationException e) {
      throw new LinkageError(accessor.toString(), e);
    }
  }

  private static boolean isDefault(Object value) {
    return Set.of("", 0L, Double.NaN, false, List.of()).contains(value);
  }

  /** The texts of the elements that have no elements of their own, by their paths. */
  private static Map<String, List<String>> leaves(String xml) {
    try {
      var builder = DocumentBuilderFactory.newInstance().newDocumentBuilder();
      var document = builder.parse(new ByteArrayInputStream(xml.getBytes(UTF_8)));
      Map<String, List<String>> leaves = new LinkedHashMap<>();
      children(document.getDocumentElement()).forEach(child -> leaves("", child, leaves));
      return leaves;
    } catch (Exception e) {
      throw new AssertionError(xml, e);
    }
  }

  private static void leaves(String parent, Element element, Map<String, List<String>> leaves) {
    String path = parent + element.getTagName();
    List<Element> children = children(element);
    if (children.isEmpty()) {
      leaves.computeIfAbsent(path, none -> new ArrayList<>()).add(element.getTextContent());
    }
    children.forEach(child -> leaves(path + ".", child, leaves));
  }

  private static List<Element> children(Element element) {
    List<Element> children = new ArrayList<>();
    for (Node node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
      if (node instanceof Element child) {
        children.add(child);
      }
    }
    return children;
  }

  /** By fixture, from lines of a type and its fixtures; those of an event have a prefix. */
  private static Map<String, String> table(String lines) {
    Map<String, String> types = new HashMap<>();
    for (String line : lines.lines().filter(line -> !line.isBlank()).toList()) {
      String[] words = line.split(":? +");
      for (String fixture : Arrays.copyOfRange(words, 1, words.length)) {
        types.put((words[0].contains(".") ? "event-" : "") + fixture, words[0]);
      }
    }
    return types;
  }

  private static String typeName(Class<?> type) {
    return type.getName().replaceFirst(".*\\.", "").replace('$', '.');
  }

  private static String recased(String xml, UnaryOperator<String> change) {
    return Pattern.compile("(?<=<(MsgType|Event)><!\\[CDATA\\[)[^]]*")
        .matcher(xml)
        .replaceAll(name -> change.apply(name.group()));
  }

  private static String scene(String event, String eventKey) {
    String xml =
        "<xml><ToUserName>gh</ToUserName><FromUserName>user</FromUserName><MsgType>event</MsgType>"
            + "<Event>%s</Event>%s</xml>".formatted(event, eventKey);
    return ((UserEvent.Scene) parse(xml)).scene();
  }

  private static <T extends Message> T read(Class<T> type, String fixture) {
    return type.cast(read(fixture));
  }

  private static Message read(String fixture) {
    return parse(xml(fixture));
  }

  private static Message parse(String xml) {
    try {
      return new MessageReader().read(xml.getBytes(UTF_8));
    } catch (NotAMessage e) {
      throw new AssertionError(xml, e);
    }
  }

  private static String xml(String fixture) {
    return Objects.requireNonNull(FIXTURES.get(fixture), fixture);
  }

  /** The XML of the fixtures, by the names of their files. */
  private static Map<String, String> load() {
    Map<String, String> fixtures = new TreeMap<>();
    try {
      Path folder = Path.of(MessageFixturesTest.class.getResource("/messages").toURI());
      try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*.xml")) {
        for (Path file : files) {
          String name = file.getFileName().toString();
          fixtures.put(name.substring(0, name.indexOf('.')), Files.readString(file));
        }
      }
    } catch (IOException | URISyntaxException e) {
      throw new AssertionError(e);
    }
    return fixtures;
  }
}
