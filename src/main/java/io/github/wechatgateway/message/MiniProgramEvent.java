package io.github.wechatgateway.message;

/** What happens in and to a mini program (小程序) whose pushes come here. */
public sealed interface MiniProgramEvent extends Event {

  /** A user opened the mini program's customer service ({@code user_enter_tempsession}). */
  record TempSession(Elements elements) implements MiniProgramEvent {
    /** What the developer set as {@code session-from} of the button. */
    public String sessionFrom() {
      return elements.text("SessionFrom");
    }
  }

  /**
   * WeChat checked a picture or a sound ({@code wxa_media_check}); told apart by {@link #traceId}.
   */
  record MediaCheck(Elements elements) implements MiniProgramEvent {
    public boolean isRisky() {
      return elements.number("isrisky") == 1;
    }

    public String extraInfoJson() {
      return elements.text("extra_info_json");
    }

    public String appId() {
      return elements.text("appid");
    }

    public String traceId() {
      return elements.text("trace_id");
    }

    /** 0, or {@code 4294966288} where the file could not be fetched. */
    public String statusCode() {
      return elements.text("status_code");
    }
  }

  /**
   * WeChat checked the code of a release: {@code weapp_audit_success}, {@code weapp_audit_fail},
   * {@code weapp_audit_delay}. Times are in seconds since 1970.
   */
  record CodeAudit(Elements elements) implements MiniProgramEvent {
    public long succTime() {
      return elements.number("SuccTime");
    }

    public long failTime() {
      return elements.number("FailTime");
    }

    public long delayTime() {
      return elements.number("DelayTime");
    }

    /** Of a failure or a delay. */
    public String reason() {
      return elements.text("Reason");
    }

    /** Of a failure: the media ids of its pictures, joined by {@code |}. */
    public String screenShot() {
      return elements.text("ScreenShot");
    }
  }

  /**
   * WeChat checked the name or a category: {@code wxa_nickname_audit}, {@code wxa_category_audit}.
   */
  record SettingAudit(Elements elements) implements MiniProgramEvent {
    /** 3 passed, 2 refused. */
    public String ret() {
      return elements.text("ret");
    }

    public String nickname() {
      return elements.text("nickname");
    }

    /** The number of the category. */
    public String first() {
      return elements.text("first");
    }

    /** The number of the category within {@link #first}. */
    public String second() {
      return elements.text("second");
    }

    public String reason() {
      return elements.text("reason");
    }
  }
}
