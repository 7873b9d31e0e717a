// What a user sends besides texts: each kind asks for what it needs.
import { current } from "./conversations.js";
import { ask } from "./sheet.js";
import { deliver, keep, mediaAddress } from "./stand-in.js";
import { t } from "./words.js";

export async function sendImage(file) {
  const mediaId = await keep("image", file);
  if (mediaId) {
    const PicUrl = new URL(mediaAddress(mediaId), location.href).href;
    await deliver({ MsgType: "image", PicUrl, MediaId: mediaId });
  }
}

async function image() {
  const asked = await ask(t("image"), [
    { name: "file", label: t("file.image"), type: "file", accept: "image/*" },
  ]);
  if (asked) {
    sendImage(asked.file[0]);
  }
}

async function voice() {
  const asked = await ask(t("voice"), [
    { name: "words", label: t("voice.words"), value: "附近有什么好吃的", optional: true },
    { name: "file", label: t("file.voice"), type: "file", accept: ".amr,.mp3", optional: true },
  ]);
  if (!asked) {
    return;
  }
  const file = asked.file[0] ?? silence(3);
  const mediaId = await keep("voice", file);
  if (mediaId) {
    const Format = file.name?.endsWith(".mp3") ? "mp3" : "amr";
    deliver({ MsgType: "voice", MediaId: mediaId, Format, Recognition: asked.words });
  }
}

/** AMR, 50 frames of 12.2 kbit/s in a second: RFC 4867, 5. */
function silence(seconds) {
  const frame = new Uint8Array(32);
  frame[0] = 0x3c;
  return new Blob(["#!AMR\n", ...Array(seconds * 50).fill(frame)]);
}

async function video() {
  const asked = await ask(t("video"), [
    { name: "file", label: t("file.video"), type: "file", accept: "video/mp4" },
  ]);
  const mediaId = asked && (await keep("video", asked.file[0]));
  if (mediaId) {
    deliver({ MsgType: "video", MediaId: mediaId, ThumbMediaId: mediaId });
  }
}

async function place() {
  const asked = await ask(t("location"), [
    { name: "label", label: t("location.label"), value: "广州市海珠区艺苑路 106 号" },
    { name: "x", label: t("location.x"), value: "23.097490" },
    { name: "y", label: t("location.y"), value: "113.324410" },
  ]);
  if (asked) {
    const where = { Location_X: Number(asked.x), Location_Y: Number(asked.y), Scale: 15 };
    deliver({ MsgType: "location", ...where, Label: asked.label });
  }
}

async function page() {
  const asked = await ask(t("link"), [
    { name: "title", label: t("link.title"), value: "微信公众平台" },
    { name: "description", label: t("link.description"), value: "再小的个体，也有自己的品牌", optional: true },
    { name: "url", label: t("link.url"), value: "https://mp.weixin.qq.com/", type: "url" },
  ]);
  if (asked) {
    deliver({ MsgType: "link", Title: asked.title, Description: asked.description, Url: asked.url });
  }
}

/** A code that is scanned by who does not follow yet makes a follower of him. */
async function scan() {
  const asked = await ask(t("scan"), [{ name: "scene", label: t("scan.scene"), value: "poster-1" }]);
  if (asked) {
    const Ticket = "gQH47joAAAAAAAAAASxodHRwOi8vd2VpeGluLnFxLmNvbS9xL2taZ2Z3TVRtNzJXV1Brb3ZhYmJJAAIEZ23sUwMEmm3sUw==";
    const scanned = current().follows
      ? { Event: "SCAN", EventKey: asked.scene }
      : { Event: "subscribe", EventKey: "qrscene_" + asked.scene };
    deliver({ MsgType: "event", ...scanned, Ticket });
  }
}

const follow = () => deliver({ MsgType: "event", Event: "subscribe", EventKey: "" });
const unfollow = () => deliver({ MsgType: "event", Event: "unsubscribe", EventKey: "" });

/** What is done by each, in the order of the panel. */
export const ATTACHMENTS = { image, voice, video, location: place, link: page, scan, follow, unfollow };
