package io.github.wechatgateway.message;

import java.util.List;
import java.util.stream.Stream;

/** How something that the account sent or published went. */
public sealed interface JobEvent extends Event {

  /** A template message was sent, or failed ({@code TEMPLATESENDJOBFINISH}). */
  record TemplateSent(Elements elements) implements JobEvent {
    /**
     * {@code success}, {@code failed:user block} or, with a space, {@code failed: system failed}.
     */
    public String status() {
      return elements.text("Status");
    }
  }

  /** A message to many was sent, or failed ({@code MASSSENDJOBFINISH}). */
  record MassSent(Elements elements) implements JobEvent {
    /**
     * {@code send success}, {@code send fail}, or {@code err(…)} with a number from 10001 to 40002.
     */
    public String status() {
      return elements.text("Status");
    }

    /** The users it was meant for. */
    public long totalCount() {
      return elements.number("TotalCount");
    }

    /** The users that were left after WeChat's filters: those who could get it. */
    public long filterCount() {
      return elements.number("FilterCount");
    }

    public long sentCount() {
      return elements.number("SentCount");
    }

    public long errorCount() {
      return elements.number("ErrorCount");
    }

    /** Of all articles: 1 no reprint, 2 a reprint that may be sent, 3 a reprint that may not. */
    public String copyrightCheckState() {
      return elements.text("CopyrightCheckResult.CheckState");
    }

    /** The check for each article. */
    public List<CopyrightResult> copyrightResults() {
      return elements.list("CopyrightCheckResult.ResultList.item").stream()
          .map(CopyrightResult::new)
          .toList();
    }

    public List<Article> articles() {
      return elements.list("ArticleUrlResult.ResultList.item").stream()
          .map(item -> new Article(item.number("ArticleIdx"), item.text("ArticleUrl")))
          .toList();
    }
  }

  /** What WeChat found out about the origin of one article of a {@link MassSent}. */
  record CopyrightResult(Elements elements) {
    public long articleIdx() {
      return elements.number("ArticleIdx");
    }

    public String userDeclareState() {
      return elements.text("UserDeclareState");
    }

    public String auditState() {
      return elements.text("AuditState");
    }

    public String originalArticleUrl() {
      return elements.text("OriginalArticleUrl");
    }

    public String originalArticleType() {
      return elements.text("OriginalArticleType");
    }

    public boolean canReprint() {
      return elements.number("CanReprint") == 1;
    }

    public boolean needReplaceContent() {
      return elements.number("NeedReplaceContent") == 1;
    }

    public boolean needShowReprintSource() {
      return elements.number("NeedShowReprintSource") == 1;
    }
  }

  /** Where an article is read; {@code idx} is its number among those sent together. */
  record Article(long idx, String url) {}

  /**
   * Articles were published, or failed to: {@code PUBLISHJOBFINISH}, {@code FREEPUBLISHJOBFINISH}.
   */
  record Published(Elements elements) implements JobEvent {
    public String publishId() {
      return elements.text("PublishEventInfo.publish_id");
    }

    /**
     * 0 published, 1 publishing, 2 originality refused, 3 failed, 4 audit refused, 5 deleted by the
     * user, 6 banned.
     */
    public String publishStatus() {
      return elements.text("PublishEventInfo.publish_status");
    }

    public String articleId() {
      return elements.text("PublishEventInfo.article_id");
    }

    public List<Article> articles() {
      return elements.list("PublishEventInfo.article_detail.item").stream()
          .map(item -> new Article(item.number("idx"), item.text("article_url")))
          .toList();
    }

    /** The numbers of the articles that were refused. */
    public List<String> failIdx() {
      return elements.texts("PublishEventInfo.fail_idx");
    }
  }

  /**
   * What became of subscription messages (订阅通知): the user was asked ({@code
   * subscribe_msg_popup_event}), changed their mind ({@code subscribe_msg_change_event}), or was
   * sent one ({@code subscribe_msg_sent_event}).
   */
  record SubscribeMsg(Elements elements) implements JobEvent {
    /** One entry for each template. */
    public List<SubscribeMsgEntry> list() {
      return Stream.of("SubscribeMsgPopupEvent", "SubscribeMsgChangeEvent", "SubscribeMsgSentEvent")
          .flatMap(name -> elements.list(name + ".List").stream())
          .map(SubscribeMsgEntry::new)
          .toList();
    }
  }

  /** What a {@link SubscribeMsg} says of one template. */
  record SubscribeMsgEntry(Elements elements) {
    public String templateId() {
      return elements.text("TemplateId");
    }

    /** Of a popup or a change: {@code accept} or {@code reject}. */
    public String subscribeStatusString() {
      return elements.text("SubscribeStatusString");
    }

    /** Of a popup. */
    public String popupScene() {
      return elements.text("PopupScene");
    }

    /** Of a message that was sent ({@code MsgID}). */
    public String msgId() {
      return elements.text("MsgID");
    }

    /** Of a message that was sent: 0 where it arrived. */
    public String errorCode() {
      return elements.text("ErrorCode");
    }

    /** Of a message that was sent: {@code success}, or why it did not arrive. */
    public String errorStatus() {
      return elements.text("ErrorStatus");
    }
  }
}
