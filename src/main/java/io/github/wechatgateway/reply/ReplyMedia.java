package io.github.wechatgateway.reply;

import java.util.concurrent.CompletionStage;

/** Takes the files that replies name to WeChat. */
public interface ReplyMedia {

  /**
   * The reply with a media_id in place of each file; the same one at once where it names none.
   *
   * @return fails with {@link BadReply} where a file is none that WeChat takes, or with the reason
   *     why it could not be uploaded
   */
  CompletionStage<Reply> uploaded(String account, Reply reply);
}
