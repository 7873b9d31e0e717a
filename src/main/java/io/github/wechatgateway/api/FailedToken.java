package io.github.wechatgateway.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.wechatgateway.account.Secret;
import org.apache.camel.Exchange;

/** The access token that a client says WeChat has refused. */
final class FailedToken {
  private static final String FIELD = "access_token";

  private FailedToken() {}

  /** Finds it in what {@link ReadJson} left. */
  static Secret in(Exchange exchange) throws ApiProblem {
    JsonNode token = exchange.getMessage().getBody(JsonNode.class).path(FIELD);
    if (token.asText().isEmpty() || !token.isTextual()) {
      String found = token.isMissingNode() ? "missing" : "empty, or no text";
      throw ApiProblem.badRequest(FIELD, found, "the access token that WeChat refused");
    }
    return new Secret(token.asText());
  }
}
