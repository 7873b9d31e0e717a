// The phone: the conversation that is chosen, as WeChat shows it.
import { bubble } from "./bubbles.js";
import { current, onChange } from "./conversations.js";
import { button, el, id, link } from "./dom.js";
import { nameOfClick } from "./menu.js";
import { chosen } from "./stand-in.js";
import { locale, t } from "./words.js";

/** WeChat's words, in its own language: what a user reads. */
const NOTICE = "该公众号提供的服务出现故障，请稍后再试";
const MINUTES_BETWEEN_TIMES = 5;

/** The items whose rows are in the page, of which conversation and in which language. */
const drawn = [];
let shown = null;
let language = "";
/** Whether the last message is in sight, and so the next will be. */
let follows = true;
let scrolledTo = 0;
let showWire = () => {};

/** @param show leads to a delivery on the wire */
export function startPhone(show) {
  const chat = id("chat");
  showWire = show;
  onChange(draw);
  chat.addEventListener("scroll", () => {
    // A picture may have grown since the last message was scrolled to: only a user scrolls back.
    const atEnd = chat.scrollHeight - chat.scrollTop - chat.clientHeight < 80;
    follows = atEnd || (follows && chat.scrollTop >= scrolledTo);
    scrolledTo = chat.scrollTop;
  });
  chat.addEventListener("load", toEnd, true); // of a picture, which needs room then
  new ResizeObserver(toEnd).observe(chat);
}

function toEnd() {
  if (follows) {
    id("chat").scrollTop = id("chat").scrollHeight;
  }
}

export function draw() {
  const talk = current();
  const chat = id("chat");
  drawTitle(talk);
  if (shown !== talk || language !== locale()) {
    chat.replaceChildren();
    drawn.length = 0;
    shown = talk;
    follows = true;
    language = locale();
  }
  while (drawn.length > 0 && drawn[0] !== talk.items[0]) {
    drawn.shift(); // the oldest have gone
    chat.firstElementChild.remove();
  }
  for (const one of talk.items.slice(drawn.length)) {
    chat.append(item(one, drawn.at(-1)));
    drawn.push(one);
  }
  id("hint").hidden = drawn.length > 0;
  toEnd();
}

function drawTitle(talk) {
  const left = talk.typingUntil - Date.now();
  id("title").textContent = left > 0 ? t("typing") : chosen.account;
  id("title").classList.toggle("typing", left > 0);
  clearTimeout(drawTitle.timer);
  if (left > 0) {
    drawTitle.timer = setTimeout(() => drawTitle(current()), left);
  }
}

function item(one, before) {
  const time = new Date(one.time);
  const gap = before ? (time - new Date(before.time)) / 60000 : Infinity;
  const format = { hour: "2-digit", minute: "2-digit" };
  const row = el("li", { class: "item " + one.from });
  if (gap > MINUTES_BETWEEN_TIMES) {
    row.append(el("time", { datetime: one.time }, time.toLocaleTimeString(locale(), format)));
  }
  row.append(...content(one));
  return row;
}

function content(one) {
  if (one.event === "view") {
    return [notice(t("event.view"), link(one.message.EventKey, one.message.EventKey))];
  } else if (one.from === "event") {
    return [notice(eventWords(one))];
  } else if (one.from === "fault") {
    const why = button(t("why"), () => showWire(one.delivery), { class: "inline", title: one.why });
    return [notice(NOTICE, why)];
  } else if (one.message.kind === "transfer_customer_service") {
    const agent = one.message.agent;
    return [notice(agent ? t("agent.named", agent) : t("agent"))];
  }
  const own = one.from === "user";
  const face = el("span", { class: "face", "aria-hidden": "true" }, own ? chosen.user.slice(-1) : "微");
  const said = el("div", { class: "said" }, bubble(one.message));
  if (one.message.service) {
    said.append(el("small", {}, t("service")));
  }
  return own ? [el("div", { class: "row" }, said, face)] : [el("div", { class: "row" }, face, said)];
}

function notice(...words) {
  return el("p", { class: "notice" }, ...words);
}

function eventWords({ event, message }) {
  const eventKey = message.EventKey ?? "";
  switch (event) {
    case "subscribe":
      return eventKey
        ? t("event.subscribe.scene", eventKey.replace(/^qrscene_/, ""))
        : t("event.subscribe");
    case "unsubscribe":
      return t("event.unsubscribe");
    case "scan":
      return t("event.scan", eventKey);
    case "click":
      return t("event.click", nameOfClick(eventKey));
    case "scancode_push":
    case "scancode_waitmsg":
      return t("event.scancode", message.ScanCodeInfo?.ScanResult);
    case "pic_sysphoto":
    case "pic_photo_or_album":
    case "pic_weixin":
      return t("event.pic", message.SendPicsInfo?.Count);
    case "location_select":
      return t("event.location", message.SendLocationInfo?.Label);
    default:
      return t("event.other", message.Event);
  }
}
