package io.github.wechatgateway.reply;

/** Something that lies, or will lie, at WeChat. */
public sealed interface Media {

  /** What an upload, or a message from a user, gave: good for three days. */
  record Id(String mediaId) implements Media {}

  /** A file of ours that is to be uploaded first. */
  record File(String path) implements Media {}
}
