package io.github.wechatgateway.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.wechatgateway.junit.GatewayExtension;
import java.io.ByteArrayInputStream;
import java.io.File;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import me.chanjar.weixin.common.error.WxErrorException;
import me.chanjar.weixin.mp.api.WxMpService;
import me.chanjar.weixin.mp.api.impl.WxMpServiceImpl;
import me.chanjar.weixin.mp.bean.kefu.WxMpKefuMessage;
import me.chanjar.weixin.mp.config.WxMpHostConfig;
import me.chanjar.weixin.mp.config.impl.WxMpDefaultConfigImpl;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The client that most projects use takes the stand-in for WeChat: only its host is set. */
class WxJavaTest {
  @RegisterExtension static final GatewayExtension GATEWAY = new GatewayExtension();

  private static final String USER = "oSandboxUser1";
  private static final byte[] PNG =
      Base64.getDecoder()
          .decode(
              "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==");
  private static final byte[] AMR = amr();

  private final WxMpDefaultConfigImpl config = new WxMpDefaultConfigImpl();
  private final WxMpService wxJava = new WxMpServiceImpl();

  @BeforeEach
  void configure() {
    config.setAppId(StandIn.APP_ID);
    config.setSecret(StandIn.SECRET);
    config.setHostConfig(new WxMpHostConfig(GATEWAY.uri() + "/sandbox/wechat", null, null));
    wxJava.setWxMpConfigStorage(config);
  }

  @Test
  void it_gets_a_token() throws Exception {
    assertThat(wxJava.getAccessToken(true)).isNotEqualTo(wxJava.getAccessToken(true));
  }

  @Test
  void it_gets_a_stable_token() throws Exception {
    config.useStableAccessToken(true);
    String token = wxJava.getAccessToken();
    config.setExpiresTime(0);

    assertThat(wxJava.getAccessToken()).isEqualTo(token);
  }

  @Test
  void it_is_told_of_a_wrong_secret() {
    config.setSecret("wrong");

    assertThatThrownBy(() -> wxJava.getAccessToken(true))
        .isInstanceOfSatisfying(
            WxErrorException.class,
            told -> assertThat(told.getError().getErrorCode()).isEqualTo(40125));
  }

  @Test
  void it_uploads_an_image_and_downloads_it() throws Exception {
    String mediaId =
        wxJava
            .getMaterialService()
            .mediaUpload("image", "png", new ByteArrayInputStream(PNG))
            .getMediaId();

    File file = wxJava.getMaterialService().mediaDownload(mediaId);

    assertThat(Files.readAllBytes(file.toPath())).isEqualTo(PNG);
  }

  @Test
  void it_uploads_a_voice_and_downloads_it() throws Exception {
    String mediaId =
        wxJava
            .getMaterialService()
            .mediaUpload("voice", "amr", new ByteArrayInputStream(AMR))
            .getMediaId();

    File file = wxJava.getMaterialService().mediaDownload(mediaId);

    assertThat(Files.readAllBytes(file.toPath())).isEqualTo(AMR);
  }

  @Test
  void it_is_told_that_a_media_is_gone() {
    assertThatThrownBy(() -> wxJava.getMaterialService().mediaDownload("gone"))
        .isInstanceOfSatisfying(
            WxErrorException.class,
            told -> assertThat(told.getError().getErrorCode()).isEqualTo(40007));
  }

  @Test
  void it_sends_customer_service_messages() throws Exception {
    GATEWAY.text("hi");
    int before = GATEWAY.sentTo(USER).size();

    wxJava
        .getKefuService()
        .sendKefuMessage(WxMpKefuMessage.TEXT().toUser(USER).content("你好 <b>\"").build());
    wxJava
        .getKefuService()
        .sendKefuMessage(
            WxMpKefuMessage.IMAGE()
                .toUser(USER)
                .mediaId(
                    wxJava
                        .getMaterialService()
                        .mediaUpload("image", "png", new ByteArrayInputStream(PNG))
                        .getMediaId())
                .build());

    assertThat(GATEWAY.sentTo(USER)).hasSize(before + 2);
    assertThat(GATEWAY.sentTo(USER).get(before).at("/text/content").asText()).isEqualTo("你好 <b>\"");
    assertThat(GATEWAY.sentTo(USER).get(before + 1).path("msgtype").asText()).isEqualTo("image");
  }

  @Test
  void it_shows_that_somebody_types() throws Exception {
    GATEWAY.deliverAs(
        Map.of("user", "oSandboxUser2", "message", Map.of("MsgType", "text", "Content", "hi")));

    assertThat(wxJava.getKefuService().sendKfTypingState("oSandboxUser2", "Typing")).isTrue();
  }

  @Test
  void it_renews_a_bad_token_and_repeats_the_call() throws Exception {
    config.updateAccessToken("bad", 7200);

    assertThat(wxJava.getCallbackIP()).isNotEmpty();
    assertThat(config.getAccessToken()).isNotEqualTo("bad");
  }

  @Test
  void it_renews_a_token_that_is_over_and_repeats_the_call() throws Exception {
    String token = wxJava.getAccessToken(true);
    GATEWAY.advance(Duration.ofHours(2));

    assertThat(wxJava.getCallbackIP()).isNotEmpty();
    assertThat(config.getAccessToken()).isNotEqualTo(token);
  }

  @Test
  void it_gets_a_ticket_for_pages() throws Exception {
    assertThat(wxJava.getJsapiTicket()).isNotEmpty();
    assertThat(wxJava.createJsapiSignature("https://example.com/").getSignature()).hasSize(40);
  }

  @Test
  void it_has_the_network_checked() throws Exception {
    assertThat(wxJava.netCheck("all", "DEFAULT").getDnsInfos()).isNotEmpty();
  }

  @Test
  void it_clears_its_quota() throws Exception {
    wxJava.clearQuota(config.getAppId());
  }

  /** Two frames of 20 ms. */
  private static byte[] amr() {
    byte[] file = new byte[6 + 2 * 32];
    System.arraycopy(new byte[] {'#', '!', 'A', 'M', 'R', '\n'}, 0, file, 0, 6);
    file[6] = 0x3C;
    file[6 + 32] = 0x3C;
    return file;
  }
}
