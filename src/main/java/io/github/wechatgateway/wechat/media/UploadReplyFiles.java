package io.github.wechatgateway.wechat.media;

import static java.util.concurrent.CompletableFuture.completedStage;

import io.github.wechatgateway.reply.BadReply;
import io.github.wechatgateway.reply.Media;
import io.github.wechatgateway.reply.Reply;
import io.github.wechatgateway.reply.ReplyMedia;
import io.github.wechatgateway.step.AsyncStep;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Uploads what replies name by file, each file once while WeChat keeps it. */
public final class UploadReplyFiles implements ReplyMedia {
  private static final String THUMB_ID = "thumb_media_id";
  private static final String THUMB_FILE = "thumb_file";

  private final UploadFile upload;

  /** What becomes of a file: its media_id, or BadMedia. */
  private interface Files {
    CompletionStage<String> id(MediaType type, String file);
  }

  UploadReplyFiles(UploadFile upload) {
    this.upload = upload;
  }

  @Override
  public CompletionStage<Reply> uploaded(String account, Reply reply) {
    return replaced((type, file) -> upload.mediaId(account, type, file), reply);
  }

  /**
   * Looks at the files that a reply names, and uploads none.
   *
   * @return fails with {@link BadReply} where a file is none that WeChat takes
   */
  public CompletionStage<?> check(Reply reply) {
    return replaced(upload::check, reply);
  }

  private static CompletionStage<Reply> replaced(Files files, Reply reply) {
    if (reply instanceof Reply.Image image) {
      return id(files, MediaType.IMAGE, "image.file", image.image()).thenApply(Reply.Image::new);
    } else if (reply instanceof Reply.Voice voice) {
      return id(files, MediaType.VOICE, "voice.file", voice.voice()).thenApply(Reply.Voice::new);
    } else if (reply instanceof Reply.Video video) {
      return video(files, video);
    } else if (reply instanceof Reply.Music music) {
      return id(files, MediaType.THUMB, "music.thumb_file", music.thumb())
          .thenApply(
              thumb ->
                  new Reply.Music(
                      music.title(),
                      music.description(),
                      music.musicUrl(),
                      music.hqMusicUrl(),
                      thumb));
    } else if (reply instanceof Reply.CustomerServiceOnly other) {
      return other(files, other);
    }
    return completedStage(reply);
  }

  /**
   * Has the files of a reply uploaded again when they are next asked for: WeChat does not know them
   * any more (40007).
   *
   * @param uploaded the reply with their ids
   * @return whether any of them was uploaded by us
   */
  public boolean forget(Reply uploaded) {
    return upload.forget(ids(uploaded));
  }

  private static List<String> ids(Reply reply) {
    Stream<@Nullable Media> media = Stream.empty();
    if (reply instanceof Reply.Image image) {
      media = Stream.of(image.image());
    } else if (reply instanceof Reply.Voice voice) {
      media = Stream.of(voice.voice());
    } else if (reply instanceof Reply.Video video) {
      media = Stream.of(video.video(), video.thumb());
    } else if (reply instanceof Reply.Music music) {
      media = Stream.of(music.thumb());
    } else if (reply instanceof Reply.CustomerServiceOnly other) {
      return List.of(Objects.toString(other.content().get(THUMB_ID), ""));
    }
    return media
        .filter(Media.Id.class::isInstance)
        .map(Media.Id.class::cast)
        .map(Media.Id::mediaId)
        .toList();
  }

  private static CompletionStage<Reply> video(Files files, Reply.Video video) {
    CompletionStage<Media> film = id(files, MediaType.VIDEO, "video.file", video.video());
    Media thumb = video.thumb();
    if (thumb == null) {
      return film.thenApply(it -> new Reply.Video(it, video.title(), video.description()));
    }
    return film.thenCombine(
        id(files, MediaType.THUMB, "video.thumb_file", thumb),
        (it, picture) -> new Reply.Video(it, video.title(), video.description(), picture));
  }

  /** A mini program's page has a thumb too. */
  private static CompletionStage<Reply> other(Files files, Reply.CustomerServiceOnly other) {
    if (!(other.content().get(THUMB_FILE) instanceof String file)
        || other.content().containsKey(THUMB_ID)) {
      return completedStage(other);
    }
    String field = other.msgType() + "." + THUMB_FILE;
    return files
        .id(MediaType.THUMB, file)
        .exceptionallyCompose(failed -> told(field, failed))
        .thenApply(
            id -> {
              Map<String, Object> content = new LinkedHashMap<>(other.content());
              content.put(THUMB_ID, id);
              return new Reply.CustomerServiceOnly(other.msgType(), content);
            });
  }

  private static CompletionStage<Media> id(Files files, MediaType type, String field, Media media) {
    if (!(media instanceof Media.File file)) {
      return completedStage(media);
    }
    return files
        .id(type, file.path())
        .exceptionallyCompose(failed -> told(field, failed))
        .thenApply(Media.Id::new);
  }

  private static CompletionStage<String> told(String field, Throwable failed) {
    Throwable cause = AsyncStep.cause(failed);
    return CompletableFuture.failedStage(
        cause instanceof BadMedia bad ? new BadReply(field, bad.found(), bad.expected()) : cause);
  }
}
