// A message as a bubble, a card or a file.
import { button, el, link, webAddress } from "./dom.js";
import { icon } from "./icons.js";
import { pieces } from "./messages.js";
import { deliver, mediaAddress } from "./stand-in.js";
import { t } from "./words.js";

const KINDS = {
  text: (message) => el("div", { class: "bubble" }, ...linked(message.text ?? "")),
  image: (message) => picture(message.media),
  voice,
  video,
  shortvideo: video,
  mpvideo: video,
  location: (message) => card(message.title, message.place, el("div", { class: "map" }, icon("location"))),
  link: (message) => card(link(message.url, message.title), message.description),
  music,
  news: articles,
  msgmenu: choices,
};

/** The element for a message, from its user or from the account. */
export function bubble(message) {
  const make = KINDS[message.kind];
  return make ? make(message) : card(t("unknown", message.kind), message.title ?? "");
}

function linked(text) {
  return pieces(text).map((piece) =>
    piece.send !== undefined
      ? choice(piece.text, piece.send, piece.id)
      : piece.href
        ? link(piece.href, piece.text)
        : piece.text,
  );
}

function choice(words, content, menuId) {
  const message = { MsgType: "text", Content: content, bizmsgmenuid: menuId };
  return button(words, () => deliver(message), { class: "inline" });
}

function picture(mediaId) {
  const address = mediaAddress(mediaId);
  return el(
    "a",
    { class: "picture", href: address, target: "_blank", rel: "noopener" },
    el("img", { src: address, alt: t("image") }),
  );
}

/** Plays when it is tapped; what the browser can't play (AMR) it saves. */
function voice(message) {
  const href = mediaAddress(message.media);
  const play = (event) => {
    event.preventDefault();
    new Audio(href).play().catch(() => el("a", { href, download: "voice.amr" }).click());
  };
  return el(
    "div",
    { class: "bubble voice" },
    el("a", { href, on: { click: play } }, icon("waves"), t("voice")),
    message.words && el("q", {}, message.words),
  );
}

function video(message) {
  return el(
    "div",
    { class: "card film" },
    el("video", {
      src: mediaAddress(message.media),
      poster: message.thumb && mediaAddress(message.thumb),
      controls: true,
      preload: "none",
    }),
    message.title && el("strong", {}, message.title),
    message.description && el("p", {}, message.description),
  );
}

function music(message) {
  const title = link(message.url, message.title || t("music"));
  const picture = message.thumb
    ? el("img", { src: mediaAddress(message.thumb), alt: "" })
    : icon("music");
  return card(title, message.description, el("div", { class: "map" }, picture));
}

function card(title, description, picture) {
  return el(
    "div",
    { class: "card" },
    el("strong", {}, title),
    description && el("p", {}, description),
    picture,
  );
}

function articles(message) {
  const all = message.articles.map((article, index) =>
    el(
      "li",
      { class: index === 0 ? "first" : "" },
      cover(article.picture, index),
      el(
        "div",
        {},
        el("strong", {}, link(article.url, article.title)),
        message.articles.length === 1 && article.description && el("p", {}, article.description),
      ),
    ),
  );
  return el("ol", { class: "card articles" }, ...all);
}

/** The page asks no other host for anything: a picture from elsewhere is told, not shown. */
function cover(address, index) {
  const url = webAddress(address);
  if (!url) {
    return null;
  }
  if (url.origin === location.origin) {
    return el("img", { src: url.href, alt: "" });
  }
  const words = index === 0 ? t("picture.elsewhere", url.host) : "";
  return el("div", { class: "cover", title: url.href }, words);
}

function choices(message) {
  return el(
    "div",
    { class: "bubble" },
    message.head && el("p", {}, message.head),
    ...(message.choices ?? []).map((each) => el("p", {}, choice(each.content, each.content, each.id))),
    message.tail && el("p", {}, message.tail),
  );
}
