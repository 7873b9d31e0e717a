// The account's menu at the bottom of the phone, and what tapping an item sends.
import menu from "./account-menu.js";
import { sendImage } from "./attachments.js";
import { button, el, id } from "./dom.js";
import { icon } from "./icons.js";
import { ask } from "./sheet.js";
import { deliver } from "./stand-in.js";
import { t } from "./words.js";

const items = menu.flatMap((each) => each.items);

export function nameOfClick(eventKey) {
  return items.find((item) => item.key === eventKey)?.name ?? eventKey;
}

export function drawMenu() {
  id("menu").replaceChildren(...menu.map(top));
}

/** A click elsewhere closes what is open, as Esc does. */
export function startMenu() {
  document.addEventListener("click", (event) => {
    if (!id("menu").contains(event.target)) {
      close();
    }
  });
  id("menu").addEventListener("keydown", (event) => {
    if (event.key === "Escape") {
      id("menu").querySelector("[aria-expanded=true]")?.focus();
      close();
    }
  });
}

function close() {
  for (const head of id("menu").querySelectorAll("[aria-expanded]")) {
    head.setAttribute("aria-expanded", "false");
    head.nextElementSibling.hidden = true;
  }
}

function top({ name, items }) {
  const below = el("div", { class: "below", hidden: true }, ...items.map(itemButton));
  const head = button(
    name,
    () => {
      const opens = below.hidden;
      close();
      below.hidden = !opens;
      head.setAttribute("aria-expanded", String(opens));
    },
    { "aria-expanded": "false", "aria-haspopup": "true" },
  );
  head.prepend(icon("list"));
  return el("div", { class: "head" }, head, below);
}

function itemButton(item) {
  const tap = (event) => {
    event.currentTarget.closest(".head").firstElementChild.focus(); // this one goes
    close();
    (TAPS[item.type] ?? simple)(item);
  };
  return button(item.name, tap, { "data-key": item.key });
}

const event = (item, more) =>
  deliver({ MsgType: "event", Event: item.type, EventKey: item.key, ...more });

const simple = (item) => event(item);

async function scan(item) {
  const asked = await ask(item.name, [
    { name: "result", label: t("scan.result"), value: "https://example.com/ticket/42" },
  ]);
  if (asked) {
    event(item, { ScanCodeInfo: { ScanType: "qrcode", ScanResult: asked.result } });
  }
}

async function pictures(item) {
  const asked = await ask(item.name, [
    { name: "files", label: t("file.image"), type: "file", accept: "image/*", multiple: true },
  ]);
  if (!asked) {
    return;
  }
  const digests = await Promise.all(asked.files.map(digest));
  const list = { item: digests.map((PicMd5Sum) => ({ PicMd5Sum })) };
  await event(item, { SendPicsInfo: { Count: digests.length, PicList: list } });
  for (const file of asked.files) {
    await sendImage(file);
  }
}

/** 32 digits: browsers have no MD5, and nobody can compare it with anything here. */
async function digest(file) {
  const bytes = new Uint8Array(await crypto.subtle.digest("SHA-256", await file.arrayBuffer()));
  return [...bytes.slice(0, 16)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

async function place(item) {
  const asked = await ask(item.name, [
    { name: "label", label: t("location.label"), value: "广州市海珠区艺苑路 106 号" },
    { name: "x", label: t("location.x"), value: "23.097490" },
    { name: "y", label: t("location.y"), value: "113.324410" },
  ]);
  if (asked) {
    const where = { Location_X: asked.x, Location_Y: asked.y, Scale: "15", Label: asked.label };
    await event(item, { SendLocationInfo: { ...where, Poiname: "" } });
    deliver({ MsgType: "location", ...where, Scale: 15 });
  }
}

const TAPS = {
  scancode_push: scan,
  scancode_waitmsg: scan,
  pic_sysphoto: pictures,
  pic_photo_or_album: pictures,
  pic_weixin: pictures,
  location_select: place,
};
