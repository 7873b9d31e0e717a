package io.github.wechatgateway.record;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** A record in JSON; the OpenAPI document of the gateway API describes it. */
final class RecordJson {
  /** Always with milliseconds. */
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private RecordJson() {}

  static ObjectNode of(Look look, long now) {
    About about = look.about();
    Verdict verdict = Judge.judge(look, now);
    Seen seen = verdict.seen().orLateText(look);
    ObjectNode json =
        JsonNodeFactory.instance
            .objectNode()
            .put("key", about.key())
            .put("msg_id", about.msgId())
            .put("created", created(about.created()))
            .put("type", about.type())
            .put("event", about.event())
            .put("seen", seen.code())
            .put("verdict", verdict.code())
            .put("words", seen.english(verdict))
            .put("words_zh", seen.chinese(verdict));
    look.tries().forEach(one -> write(one, json.withArray("/tries").addObject()));
    look.runs().forEach(run -> write(run, json.withArray("/runs").addObject()));
    Lateness late = look.late();
    if (late != null) {
      json.putObject("late").put("at", time(late.at())).put("why", code(late.why()));
    }
    look.after().forEach(each -> write(each, json.withArray("/after").addObject()));
    return json;
  }

  private static void write(Try one, ObjectNode json) {
    json.put("number", one.number()).put("came", time(one.came()));
    Try.Answer answer = one.answer();
    if (answer != null) {
      json.put("answer", code(answer)).put("took_ms", one.took());
    }
  }

  private static void write(Run run, ObjectNode json) {
    json.put("began", time(run.at()));
    Run.End end = run.end();
    if (end != null) {
      json.put("end", code(end))
          .put("handler", run.handler())
          .put("took_ms", run.took())
          .put("cause", run.cause());
    }
  }

  private static void write(After each, ObjectNode json) {
    json.put("at", time(each.at()))
        .put("what", code(each.what()))
        .put("errcode", each.errcode())
        .put("attempts", each.attempts())
        .put("reason", each.reason())
        .put("with", each.with());
  }

  /** WeChat's own time is in seconds; one that no calendar has is shown as 1970. */
  private static String created(long seconds) {
    return time(Math.max(0, Math.min(seconds, 253_402_300_799L)) * 1_000);
  }

  private static String time(long millis) {
    return TIME.format(Instant.ofEpochMilli(millis));
  }

  private static String code(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
