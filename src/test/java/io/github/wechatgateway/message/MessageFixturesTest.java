package io.github.wechatgateway.message;

import static io.github.wechatgateway.message.Fixtures.parse;
import static io.github.wechatgateway.message.Fixtures.read;
import static io.github.wechatgateway.message.Fixtures.xml;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** One fixture for each kind of message and event: which record it becomes. */
class MessageFixturesTest {
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

  static Set<String> fixtures() {
    return Fixtures.names();
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
}
