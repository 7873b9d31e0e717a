package io.github.wechatgateway.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;

/** Answers with the OpenAPI document of the API, unless it is off. It needs no key. */
public final class GiveOpenApi implements Processor {
  private final Clients clients;
  private final JsonNode document;

  GiveOpenApi(Clients clients) throws IOException {
    this.clients = clients;
    try (InputStream json = GiveOpenApi.class.getResourceAsStream("openapi.json")) {
      this.document = new ObjectMapper().readTree(Objects.requireNonNull(json));
    }
  }

  @Override
  public void process(Exchange exchange) throws ApiProblem {
    if (clients.isEmpty()) {
      throw ApiProblem.off();
    }
    ApiAnswer.json(200, ApiAnswer.JSON, document, exchange);
  }
}
