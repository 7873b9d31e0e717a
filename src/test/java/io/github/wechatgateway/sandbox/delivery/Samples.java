package io.github.wechatgateway.sandbox.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.wechatgateway.account.Encryption;
import io.github.wechatgateway.sandbox.state.OfficialAccount;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** An account, its user, and requests. */
final class Samples {
  static final String USER = DeliveryRequest.USER;
  static final OfficialAccount ACCOUNT =
      new OfficialAccount(
          "demo",
          "gh_7f083739789a",
          "wxb11529c136998cb6",
          "s3cr3t",
          "pamtest",
          Optional.of("abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG"),
          Encryption.PLAIN);
  static final OfficialAccount KEYLESS =
      new OfficialAccount(
          "keyless", "gh_2", "wx2", "s3cr3t", "token", Optional.empty(), Encryption.PLAIN);

  private Samples() {}

  /** A request in JSON; a {@code '} stands for a quotation mark. */
  static DeliveryRequest request(String json) throws BadRequest {
    return DeliveryRequest.read(
        json.replace('\'', '"').getBytes(UTF_8), Map.of("demo", ACCOUNT), Set.of(USER));
  }

  static DeliveryRequest request(String mode, String message) throws BadRequest {
    return request("{'mode':'%s','message':%s}".formatted(mode, message));
  }

  static Seal seal() {
    return new Seal(ACCOUNT.encodingAesKey().orElseThrow(), ACCOUNT.appId());
  }
}
