package io.github.wechatgateway.sandbox.api;

import io.github.wechatgateway.sandbox.state.MediaFormat;
import io.github.wechatgateway.sandbox.state.MediaStore;
import io.github.wechatgateway.sandbox.state.MediaType;
import io.github.wechatgateway.sandbox.state.OfficialAccount;
import io.github.wechatgateway.sandbox.state.StoredMedia;
import java.net.URI;
import java.util.Map;
import java.util.function.Supplier;

/** Temporary media files. */
final class MediaOperations {
  /**
   * WeChat's servers for files say this of JSON. Of an error they say JSON: clients tell it from a
   * file by that (WxJava's BaseMediaDownloadRequestExecutor).
   */
  private static final String JSON_TYPE = "text/plain";

  private final MediaStore media;
  private final UploadCheck check;
  private final Supplier<URI> base;

  MediaOperations(MediaStore media, UploadCheck check, Supplier<URI> base) {
    this.media = media;
    this.check = check;
    this.base = base;
  }

  /**
   * {@code /cgi-bin/media/upload}.
   *
   * @see <a
   *     href="https://developers.weixin.qq.com/doc/service/api/material/temporary/api_uploadtempmedia.html">新增临时素材</a>
   */
  ApiAnswer upload(ApiCall call, OfficialAccount account) throws Refusal {
    MediaType type =
        call.parameter("type")
            .flatMap(MediaType::of)
            .orElseThrow(() -> new Refusal(ErrCode.INVALID_MEDIA_TYPE));
    UploadedFile file = UploadedFile.read(call);
    MediaFormat format = check.format(type, file);
    StoredMedia stored = media.put(account, type, format, file.bytes());
    return ApiAnswer.json(
        Json.object()
            .put("type", type.wechatName())
            .put(type == MediaType.THUMB ? "thumb_media_id" : "media_id", stored.mediaId())
            .put("created_at", stored.createdAt().getEpochSecond()),
        JSON_TYPE);
  }

  /**
   * {@code /cgi-bin/media/get}: the file, or where a video is.
   *
   * @see <a
   *     href="https://developers.weixin.qq.com/doc/service/api/material/temporary/api_getmedia.html">获取临时素材</a>
   */
  ApiAnswer get(ApiCall call, OfficialAccount account) throws Refusal {
    StoredMedia stored = find(call, account);
    if (stored.type() == MediaType.VIDEO) {
      URI url = base.get().resolve("/sandbox/media/" + stored.mediaId());
      return ApiAnswer.json(Json.object().put("video_url", url.toString()), JSON_TYPE);
    }
    return file(stored);
  }

  /**
   * {@code /cgi-bin/media/get/jssdk}: what a user recorded in a web page, in Speex of 16 kHz.
   *
   * @see <a
   *     href="https://developers.weixin.qq.com/doc/service/api/material/temporary/api_gethdvoice.html">获取高清语音素材</a>
   */
  ApiAnswer getRecording(ApiCall call, OfficialAccount account) throws Refusal {
    StoredMedia stored = find(call, account);
    if (stored.format() != MediaFormat.SPEEX) {
      throw new Refusal(ErrCode.INVALID_MEDIA_ID);
    }
    return file(stored);
  }

  private StoredMedia find(ApiCall call, OfficialAccount account) throws Refusal {
    String mediaId =
        call.parameter("media_id").orElseThrow(() -> new Refusal(ErrCode.MEDIA_ID_MISSING));
    return media.find(account, mediaId).orElseThrow(() -> new Refusal(ErrCode.INVALID_MEDIA_ID));
  }

  private static ApiAnswer file(StoredMedia stored) {
    return new ApiAnswer(
        200,
        stored.format().contentType(),
        Map.of("Content-disposition", "attachment; filename=\"" + stored.fileName() + "\""),
        stored.bytes());
  }
}
