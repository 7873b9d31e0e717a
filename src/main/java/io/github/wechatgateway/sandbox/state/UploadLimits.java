package io.github.wechatgateway.sandbox.state;

import java.time.Duration;
import java.util.stream.IntStream;

/**
 * How large a temporary media file may be, in bytes by its type.
 *
 * @param longestVoice how long a voice may play
 * @see <a
 *     href="https://developers.weixin.qq.com/doc/service/api/material/temporary/api_uploadtempmedia.html">新增临时素材</a>,
 *     which names 2 MB for an image in one place and 10 MB in another
 */
public record UploadLimits(int image, int voice, int video, int thumb, Duration longestVoice) {
  private static final int KB = 1024;
  private static final int MB = 1024 * KB;

  public static UploadLimits wechats() {
    return new UploadLimits(10 * MB, 2 * MB, 10 * MB, 64 * KB, Duration.ofSeconds(60));
  }

  /** Bytes of a file of this type. */
  public int bytes(MediaType type) {
    return switch (type) {
      case IMAGE -> image;
      case VOICE -> voice;
      case VIDEO -> video;
      case THUMB -> thumb;
    };
  }

  /** Bytes of any file. */
  public int largest() {
    return IntStream.of(image, voice, video, thumb).max().orElseThrow();
  }
}
