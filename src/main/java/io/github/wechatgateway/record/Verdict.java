package io.github.wechatgateway.record;

import java.util.Locale;

/** What the user saw, as far as the gateway can know, and why: for people, in words. */
enum Verdict {
  REPLIED("reply", "The user saw the answer: it was the reply, in time.", "用户已看到回复：在时限内作为被动回复返回。"),
  REPLIED_TO_EVENT(
      "reply",
      "WeChat got the reply in time; but of most events of this kind it shows the user none.",
      "回复已在时限内交给微信；但对多数这类事件，微信不向用户展示回复。"),
  FOLLOWED(
      "reply",
      "The user saw the answer: it followed as a customer-service message.",
      "用户已看到回复：随后以客服消息发出。"),
  GIVEN(
      "reply",
      "The user saw the answer with the reply to a later message.",
      "用户已看到回复：随其后一条消息的回复一并给出。"),
  REST_ON_ITS_WAY(
      "reply",
      "The user saw the beginning of the answer; the rest is on its way as a customer-service message.",
      "用户已看到回复的开头；其余部分正以客服消息发送。"),
  REST_LOST(
      "reply",
      "The user saw the beginning of the answer; WeChat did not take the rest, which is a dead letter.",
      "用户已看到回复的开头；其余部分微信未接收，已成为死信。"),
  NOTHING_SAID(
      "nothing", "The user saw nothing: the handler left nothing to say.", "用户没有看到任何内容：处理器没有给出回复。"),
  BAD_REPLY(
      "nothing",
      "The user saw nothing: what the handler left is a reply that WeChat would have shown as a fault.",
      "用户没有看到任何内容：处理器给出的回复有误，微信会显示为服务故障，因此没有发送。"),
  DEAD(
      "nothing",
      "The user saw nothing: the message or its answer was given up and is a dead letter.",
      "用户没有看到任何内容：消息或其回复已放弃，成为死信。"),
  DROPPED(
      "nothing",
      "The user saw nothing: the answer waited for the user's next message for too long.",
      "用户没有看到任何内容：回复等待用户的下一条消息过久，已丢弃。"),
  WAITS_FOR_HANDLER(
      "nothing-yet",
      "The user has seen nothing yet: the message waits on disk for its handler.",
      "用户暂时没有看到内容：消息在磁盘上等待处理。"),
  HANDLER_RUNS(
      "nothing-yet",
      "The user has seen nothing yet: the handler still runs, and its answer will follow.",
      "用户暂时没有看到内容：处理器仍在运行，回复随后给出。"),
  ON_ITS_WAY(
      "nothing-yet",
      "The user has seen nothing yet: the answer is on its way as a customer-service message.",
      "用户暂时没有看到内容：回复正以客服消息发送。"),
  KEPT(
      "nothing-yet",
      "The user has seen nothing yet, or a part: the answer is kept for the user's next message.",
      "用户暂时没有看到内容（或只看到一部分）：回复留待用户的下一条消息时给出。"),
  NO_ANSWER_YET("nothing-yet", "WeChat waits for an answer, or asks again.", "微信正在等待答复，或将再次推送。"),
  ANSWERS_LOST(
      "unknown",
      "WeChat asked again though it was answered in time: answers get lost on the way (proxy,"
          + " network). If the last one did too, the user saw 「该公众号提供的服务出现故障，请稍后再试」.",
      "已按时答复，微信仍再次推送：答复在途中丢失（反向代理、网络）。若最后一次也丢失，用户看到「该公众号提供的服务出现故障，请稍后再试」。"),
  FAULT_NOT_STORED(
      "fault",
      "The user saw 「该公众号提供的服务出现故障，请稍后再试」: the message could not be put on disk (503).",
      "用户看到「该公众号提供的服务出现故障，请稍后再试」：消息无法写入磁盘（503）。"),
  FAULT_FAILED(
      "fault",
      "The user saw 「该公众号提供的服务出现故障，请稍后再试」: the handler or the gateway failed in the last try.",
      "用户看到「该公众号提供的服务出现故障，请稍后再试」：最后一次推送时处理器或网关出错。"),
  FAULT_TOO_LATE(
      "fault",
      "The user saw 「该公众号提供的服务出现故障，请稍后再试」: the last try that came got no answer within five seconds.",
      "用户看到「该公众号提供的服务出现故障，请稍后再试」：最后一次推送未在五秒内得到答复。");

  private final String seen;
  private final String english;
  private final String chinese;

  Verdict(String seen, String english, String chinese) {
    this.seen = seen;
    this.english = english;
    this.chinese = chinese;
  }

  /** {@code reply}, {@code nothing}, {@code nothing-yet}, {@code fault} or {@code unknown}. */
  String seen() {
    return seen;
  }

  String english() {
    return english;
  }

  String chinese() {
    return chinese;
  }

  /** As it stands in JSON. */
  String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
