package io.github.wechatgateway.wechat.media;

import io.github.wechatgateway.spool.Spool;
import io.github.wechatgateway.spool.SpoolFull;
import io.github.wechatgateway.wechat.WeChatCall;
import java.io.IOException;
import java.util.Objects;
import java.util.regex.Pattern;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;

/**
 * Makes the call that fetches the file of a media_id.
 *
 * @see <a
 *     href="https://developers.weixin.qq.com/doc/service/api/material/temporary/api_getmedia.html">获取临时素材</a>
 */
final class AskForMedia implements Processor {
  /** Keeps it for the file's name. */
  static final String MEDIA_ID = "wechatMediaId";

  private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{1,256}");

  private final Spool spool;

  AskForMedia(Spool spool) {
    this.spool = spool;
  }

  @Override
  public void process(Exchange exchange) throws BadMedia, IOException, SpoolFull {
    Object body = exchange.getMessage().getBody();
    MediaDownload download =
        body instanceof MediaDownload wanted
            ? wanted
            : new MediaDownload(Objects.toString(body, ""), false);
    if (!ID.matcher(download.mediaId()).matches()) {
      throw BadMedia.wrong("media_id", "another shape", "what an upload or a message gave");
    }
    exchange.setProperty(MEDIA_ID, download.mediaId());
    exchange
        .getMessage()
        .setBody(
            WeChatCall.download(
                exchange.getProperty("wechatAccount", String.class),
                download.jssdk() ? "/cgi-bin/media/get/jssdk" : "/cgi-bin/media/get",
                "media_id=" + download.mediaId(),
                spool.file(exchange)));
  }
}
