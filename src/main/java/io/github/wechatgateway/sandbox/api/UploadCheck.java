package io.github.wechatgateway.sandbox.api;

import io.github.wechatgateway.sandbox.state.MediaFormat;
import io.github.wechatgateway.sandbox.state.MediaType;
import io.github.wechatgateway.sandbox.state.UploadLimits;
import java.time.Duration;

/**
 * Whether WeChat would take a file.
 *
 * <p>45001 is for what is larger than any file may be; each type has a code of its own for what is
 * too large for it, so that the general 40006 is never told.
 */
final class UploadCheck {
  private final UploadLimits limits;

  UploadCheck(UploadLimits limits) {
    this.limits = limits;
  }

  /** The format of a file that may be taken. */
  MediaFormat format(MediaType type, UploadedFile file) throws Refusal {
    if (!type.takesExtension(file.extension())) {
      throw new Refusal(ErrCode.UNSUPPORTED_FILE_TYPE);
    }
    byte[] bytes = file.bytes();
    if (bytes.length == 0) {
      throw new Refusal(ErrCode.EMPTY_MEDIA_DATA);
    }
    if (bytes.length > limits.largest()) {
      throw new Refusal(ErrCode.MEDIA_SIZE_OUT_OF_LIMIT);
    }
    if (bytes.length > limits.bytes(type)) {
      throw new Refusal(tooLarge(type));
    }
    MediaFormat format =
        MediaFormat.of(bytes)
            .filter(type::takes)
            .orElseThrow(() -> new Refusal(ErrCode.INVALID_FILE_TYPE));
    if (type == MediaType.VOICE) {
      checkVoice(format, bytes);
    }
    return format;
  }

  private void checkVoice(MediaFormat format, byte[] bytes) throws Refusal {
    Duration time =
        format == MediaFormat.AMR ? AmrFrames.duration(bytes) : Mp3Frames.duration(bytes);
    if (time.isZero()) {
      throw new Refusal(ErrCode.INVALID_FILE_TYPE);
    }
    if (time.compareTo(limits.longestVoice()) > 0) {
      throw new Refusal(ErrCode.PLAYTIME_OUT_OF_LIMIT);
    }
  }

  private static ErrCode tooLarge(MediaType type) {
    return switch (type) {
      case IMAGE -> ErrCode.INVALID_IMAGE_SIZE;
      case VOICE -> ErrCode.INVALID_VOICE_SIZE;
      case VIDEO -> ErrCode.INVALID_VIDEO_SIZE;
      case THUMB -> ErrCode.INVALID_THUMB_SIZE;
    };
  }
}
