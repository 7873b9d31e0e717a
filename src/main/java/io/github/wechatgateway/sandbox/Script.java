package io.github.wechatgateway.sandbox;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.wechatgateway.sandbox.delivery.BadRequest;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/** What somebody's script may ask of the stand-in, in JSON. */
interface Script {

  /** Does it, without blocking. */
  CompletionStage<ObjectNode> answer(Question question) throws BadRequest;

  /**
   * What is asked.
   *
   * @param method such as {@code GET}
   * @param query finds a parameter of the query by its name
   * @param body what should be JSON; empty if there is none
   */
  @SuppressWarnings("ArrayRecordComponent") // read once, compared with nothing
  record Question(String method, Function<String, Optional<String>> query, byte[] body) {}
}
