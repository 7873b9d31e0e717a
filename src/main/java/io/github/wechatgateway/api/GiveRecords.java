package io.github.wechatgateway.api;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.wechatgateway.record.Records;
import java.util.List;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;

/**
 * Answers with what became of a message, or of a user's: when its tries came and what they got, how
 * its handler ended, what followed, and what the user saw. Not what was said, and not to whom.
 */
final class GiveRecords implements Processor {
  private final Records records;

  GiveRecords(Records records) {
    this.records = records;
  }

  @Override
  public void process(Exchange exchange) throws ApiProblem {
    String account = exchange.getProperty(AuthorizeClient.ACCOUNT, String.class);
    List<ObjectNode> found = found(account, exchange);
    if (found.isEmpty()) {
      throw ApiProblem.noRecord(records.kept());
    }
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.putArray("records").addAll(found);
    ApiAnswer.json(200, ApiAnswer.JSON, json, exchange);
  }

  private List<ObjectNode> found(String account, Exchange exchange) throws ApiProblem {
    String msgId = Parameter.of("msgid", exchange);
    String user = Parameter.of("user", exchange);
    String key = Parameter.of("key", exchange);
    int most = Limit.of(exchange);
    if (List.of(msgId, user, key).stream().filter(each -> !each.isEmpty()).count() != 1) {
      throw ApiProblem.badRequest(
          "msgid, user, key",
          "none of them, or more than one",
          "one: a MsgId, an OpenID, or the messageKey of a log line");
    } else if (!msgId.isEmpty()) {
      return records.ofMessage(account, msgId, most);
    } else if (!user.isEmpty()) {
      return records.ofUser(account, user, most);
    }
    return records.ofKey(account, key);
  }
}
