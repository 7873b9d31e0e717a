package io.github.wechatgateway.reply;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A reply as a text that can lie on disk: JSON in the shape of the customer-service API, the files
 * that it names by their names. {@link ReplyReader} reads what {@link #read} gives.
 */
public final class ReplyJson {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final TypeReference<Map<String, Object>> MAP = new TypeReference<>() {};

  private ReplyJson() {}

  /**
   * The text of whatever a handler leaves.
   *
   * @return null: nothing to say
   * @throws BadReply as {@link ReplyReader#read} does, and if there is something in it that JSON
   *     has no place for
   */
  public static @Nullable String of(@Nullable Object body) throws BadReply {
    Reply reply = ReplyReader.read(body);
    if (reply == null) {
      return null;
    }
    ObjectNode json = JsonNodeFactory.instance.objectNode().put("msgtype", reply.toString());
    if (reply instanceof Reply.TransferCustomerService transfer) {
      agent(transfer.kfAccount(), json);
    } else {
      json.set(reply.toString(), ReplyContent.of(reply));
      agent(ReplyReader.kfAccount(body), json);
    }
    return json.toString();
  }

  /**
   * What a text holds.
   *
   * @throws BadReply if it is no text of ours
   */
  public static Map<String, Object> read(String json) throws BadReply {
    try {
      Map<String, Object> reply = JSON.readValue(json, MAP);
      if (reply != null) {
        return reply;
      }
    } catch (JsonProcessingException malformed) { // quotes what is said: told without it
    }
    throw new BadReply("reply", "no JSON object", "a reply in the customer-service API's shape");
  }

  private static void agent(String kfAccount, ObjectNode json) {
    if (!kfAccount.isEmpty()) {
      json.putObject("customservice").put("kf_account", kfAccount);
    }
  }
}
