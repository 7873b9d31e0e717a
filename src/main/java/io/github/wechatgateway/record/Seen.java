package io.github.wechatgateway.record;

import java.util.Locale;

/** What the user saw, and how a sentence about it begins. */
enum Seen {
  REPLY("", ""),
  NOTHING("The user saw nothing: ", "用户没有看到任何内容："),
  NOTHING_YET("The user has seen nothing yet: ", "用户暂时没有看到内容："),
  /** The account's, and nothing else so far. */
  LATE_TEXT("The user saw the account's late-text alone: ", "用户只看到了该账号的 late-text 提示语："),
  FAULT("The user saw 「该公众号提供的服务出现故障，请稍后再试」: ", "用户看到「该公众号提供的服务出现故障，请稍后再试」："),
  UNKNOWN("", "");

  private final String english;
  private final String chinese;

  Seen(String english, String chinese) {
    this.english = english;
    this.chinese = chinese;
  }

  /** Where the answer has not come, something else may have. */
  Seen orLateText(Look look) {
    boolean told =
        look.tries().stream().anyMatch(one -> one.answer() == Try.Answer.LATE_TEXT && one.isDone());
    return told && (this == NOTHING || this == NOTHING_YET) ? LATE_TEXT : this;
  }

  String english(Verdict verdict) {
    return english + verdict.english();
  }

  String chinese(Verdict verdict) {
    return chinese + verdict.chinese();
  }

  /** As it stands in JSON. */
  String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
