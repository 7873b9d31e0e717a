package io.github.wechatgateway.sandbox.delivery;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.wechatgateway.account.Encryption;
import io.github.wechatgateway.sandbox.state.OfficialAccount;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a delivery asks for.
 *
 * @param user the OpenID of who sends the message
 * @param mode how it travels, whatever the account's own is
 * @param badSignature whether it is signed as somebody would who does not know the Token
 * @param lostAnswers how many tries, the first ones, get no answer, as the network loses it
 */
public record DeliveryRequest(
    OfficialAccount account,
    String user,
    Encryption mode,
    UserMessage message,
    boolean badSignature,
    int lostAnswers) {
  /** Who sends a message that doesn't say. */
  public static final String USER = "oSandboxUser1";

  private static final List<String> FIELDS =
      List.of("account", "user", "mode", "message", "badSignature", "lostAnswers");

  /**
   * Reads one: {@code {"account":"demo", "user":"oSandboxUser1", "mode":"safe",
   * "message":{"MsgType":"text", "Content":"hi"}}}. The account may be left out where there is but
   * one, and so may the user, and the mode, which is the account's then. {@code
   * "badSignature":true} and {@code "lostAnswers":2} are for trying out what the gateway does then.
   *
   * @param accounts by their names
   * @param users their OpenIDs
   * @throws BadRequest if it can't be delivered
   */
  public static DeliveryRequest read(
      byte[] json, Map<String, OfficialAccount> accounts, Set<String> users) throws BadRequest {
    ObjectNode request = Json.object(json, "{\"message\": {\"MsgType\": …}}");
    for (String field : (Iterable<String>) request::fieldNames) {
      if (!FIELDS.contains(field)) {
        throw new BadRequest(
            "body", "a field that is unknown", String.join(", ", FIELDS) + " alone");
      }
    }
    OfficialAccount account = account(text(request, "account"), accounts);
    String user = text(request, "user").orElse(USER);
    if (!users.contains(user)) {
      throw new BadRequest(
          "user",
          user.length() + " characters",
          "one of " + String.join(", ", new TreeSet<>(users)));
    }
    Encryption mode = mode(request, account);
    UserMessage message = UserMessage.read(request.path("message"));
    return new DeliveryRequest(
        account, user, mode, message, badSignature(request), lostAnswers(request));
  }

  /**
   * The account that a request names; where there is but one, it need not.
   *
   * @param accounts by their names
   * @throws BadRequest if it names none, or one that is not there
   */
  public static OfficialAccount account(
      Optional<String> name, Map<String, OfficialAccount> accounts) throws BadRequest {
    Set<String> names = accounts.keySet();
    String only = names.size() == 1 ? names.iterator().next() : "";
    String asked = name.orElse(only);
    OfficialAccount account = accounts.get(asked);
    if (account == null) {
      String found = asked.isEmpty() ? "missing" : asked.length() + " characters";
      throw new BadRequest("account", found, "one of " + String.join(", ", names));
    }
    return account;
  }

  private static Encryption mode(ObjectNode request, OfficialAccount account) throws BadRequest {
    String own = account.encryption().name().toLowerCase(Locale.ROOT);
    Encryption mode =
        switch (text(request, "mode").orElse(own)) {
          case "plain" -> Encryption.PLAIN;
          case "compatible" -> Encryption.COMPATIBLE;
          case "safe" -> Encryption.SAFE;
          default -> throw new BadRequest("mode", "another text", "one of plain, compatible, safe");
        };
    if (mode != Encryption.PLAIN && account.encodingAesKey().isEmpty()) {
      throw new BadRequest(
          "mode", "encrypted", "plain, as the account " + account + " has no EncodingAESKey");
    }
    return mode;
  }

  private static boolean badSignature(ObjectNode request) throws BadRequest {
    JsonNode value = request.path("badSignature");
    if (value.isMissingNode() || value.isBoolean()) {
      return value.asBoolean();
    }
    throw new BadRequest("badSignature", Json.shapeOf(value), "true or false");
  }

  private static int lostAnswers(ObjectNode request) throws BadRequest {
    JsonNode value = request.path("lostAnswers");
    int lost = value.isMissingNode() ? 0 : value.isInt() ? value.intValue() : -1;
    if (lost < 0 || lost > Delivery.TRIES) {
      throw new BadRequest(
          "lostAnswers", Json.shapeOf(value), "a whole number from 0 to " + Delivery.TRIES);
    }
    return lost;
  }

  private static Optional<String> text(ObjectNode request, String field) throws BadRequest {
    JsonNode value = request.path(field);
    if (value.isMissingNode()) {
      return Optional.empty();
    } else if (value.isTextual()) {
      return Optional.of(value.textValue());
    }
    throw new BadRequest(field, Json.shapeOf(value), "a text");
  }
}
