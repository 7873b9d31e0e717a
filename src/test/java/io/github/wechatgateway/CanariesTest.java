package io.github.wechatgateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CanariesTest {
  private static final Predicate<String> CANARY = Canaries.in(List.of("another"));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET /x?access_token=canaryAccessToken1",
        "password=canaryProxyPass%2Bword",
        "user=another,",
        "Basic dTpjYW5hcnlQcm94eVBhc3Mrd29yZA==", // u:canaryProxyPass+word
        "Basic dXM6Y2FuYXJ5UHJveHlQYXNzK3dvcmQ=", // us:canaryProxyPass+word
        "Basic dXNlcjpjYW5hcnlQcm94eVBhc3Mrd29yZA==", // user:canaryProxyPass+word
        "Basic Y2FuYXJ5UHJveHlQYXNzK3dvcmQ6dQ==", // canaryProxyPass+word:u
        "97_1aazP-eykkLEZIYPPx9AbC_hDIipbJvhL7SuHvFBtG2UX47E2pmHBFx_fJPpRG_Wb",
        "ticket=1aazPaeykkLEZIYPPx9AbC_hDIipbJvhL7SuHvFBtG2UX47E2pmHBFx_fJPpRG_WbBOCaWAJTPMTJ4KY4jAEs5."
      })
  void one_is_found_in_whatever_form(String line) {
    assertThat(line).matches(CANARY);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "account=demo /cgi-bin/token: 200, 34 bytes", "canary", "97_123"})
  void nothing_else_is(String line) {
    assertThat(line).doesNotMatch(CANARY);
  }
}
