package io.github.wechatgateway.record;

import java.util.Locale;

/** What the user saw, as far as the gateway can know, and why: for people, in words. */
enum Verdict {
  REPLIED(
      Seen.REPLY, "The user saw the answer: it was the reply, in time.", "用户已看到回复：在时限内作为被动回复返回。"),
  REPLIED_TO_EVENT(
      Seen.REPLY,
      "WeChat got the reply in time; but of most events of this kind it shows the user none.",
      "回复已在时限内交给微信；但对多数这类事件，微信不向用户展示回复。"),
  FOLLOWED(
      Seen.REPLY,
      "The user saw the answer: it followed as a customer-service message.",
      "用户已看到回复：随后以客服消息发出。"),
  GIVEN(
      Seen.REPLY,
      "The user saw the answer with the reply to a later message.",
      "用户已看到回复：随其后一条消息的回复一并给出。"),
  REST_ON_ITS_WAY(
      Seen.REPLY,
      "The user saw the beginning of the answer; the rest is on its way as a customer-service message.",
      "用户已看到回复的开头；其余部分正以客服消息发送。"),
  REST_LOST(
      Seen.REPLY,
      "The user saw the beginning of the answer; WeChat did not take the rest, which is a dead letter.",
      "用户已看到回复的开头；其余部分微信未接收，已成为死信。"),
  NOTHING_SAID(Seen.NOTHING, "the handler left nothing to say.", "处理器没有给出回复。"),
  BAD_REPLY(
      Seen.NOTHING,
      "what the handler left is a reply that WeChat would have shown as a fault.",
      "处理器给出的回复有误，微信会显示为服务故障，因此没有发送。"),
  DEAD(
      Seen.NOTHING,
      "the message or its answer was given up and is a dead letter.",
      "消息或其回复已放弃，成为死信。"),
  DROPPED(
      Seen.NOTHING,
      "the answer waited for the user's next message for too long.",
      "回复等待用户的下一条消息过久，已丢弃。"),
  WAITS_FOR_HANDLER(Seen.NOTHING_YET, "the message waits on disk for its handler.", "消息在磁盘上等待处理。"),
  HANDLER_RUNS(
      Seen.NOTHING_YET, "the handler still runs, and its answer will follow.", "处理器仍在运行，回复随后给出。"),
  ON_ITS_WAY(
      Seen.NOTHING_YET, "the answer is on its way as a customer-service message.", "回复正以客服消息发送。"),
  HELD_BACK(
      Seen.NOTHING_YET,
      "the answer is ready, but WeChat takes no such messages for now (the last reason says why); it"
          + " is sent once it does.",
      "回复已就绪，但微信目前不接收这类消息（原因见最后一条 reason）；恢复后自动发送。"),
  KEPT(
      Seen.NOTHING_YET,
      "the answer, or the rest of it, is kept for the user's next message.",
      "回复（或其余部分）留待用户发来下一条消息时给出。"),
  NO_ANSWER_YET(Seen.NOTHING_YET, "WeChat waits for an answer, or asks again.", "微信正在等待答复，或将再次推送。"),
  ANSWERS_LOST(
      Seen.UNKNOWN,
      "WeChat asked again though it was answered in time: answers get lost on the way (proxy,"
          + " network). If the last one did too, the user saw 「该公众号提供的服务出现故障，请稍后再试」.",
      "已按时答复，微信仍再次推送：答复在途中丢失（反向代理、网络）。若最后一次也丢失，用户看到「该公众号提供的服务出现故障，请稍后再试」。"),
  FAULT_NOT_STORED(Seen.FAULT, "the message could not be put on disk (503).", "消息无法写入磁盘（503）。"),
  FAULT_FAILED(
      Seen.FAULT, "the handler or the gateway failed in the last try.", "最后一次推送时处理器或网关出错。"),
  FAULT_TOO_LATE(
      Seen.FAULT, "the last try that came got no answer within five seconds.", "最后一次推送未在五秒内得到答复。");

  private final Seen seen;
  private final String english;
  private final String chinese;

  Verdict(Seen seen, String english, String chinese) {
    this.seen = seen;
    this.english = english;
    this.chinese = chinese;
  }

  Seen seen() {
    return seen;
  }

  /** The end of a sentence that begins with what the user saw. */
  String english() {
    return english;
  }

  /** The same. */
  String chinese() {
    return chinese;
  }

  /** As it stands in JSON. */
  String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
