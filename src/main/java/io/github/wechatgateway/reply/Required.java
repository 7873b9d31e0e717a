package io.github.wechatgateway.reply;

/** What a reply must have, whichever way it travels. */
final class Required {
  private Required() {}

  /** A text of which the user sees something. */
  static String text(String field, String text) throws BadReply {
    if (!Characters.isVisible(text)) {
      throw new BadReply(field, "empty", "at least one character");
    }
    return Characters.allowed(text);
  }

  static String mediaId(String field, Media media) throws BadReply {
    if (media instanceof Media.Id id && Characters.isVisible(id.mediaId())) {
      return Characters.allowed(id.mediaId());
    } else if (media instanceof Media.File) {
      throw new BadReply(field, "a file", "a media_id, which an upload gives");
    }
    throw new BadReply(field, "empty", "the id that an upload or a user's message gave");
  }
}
