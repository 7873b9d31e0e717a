// For who is here for the first time: three things to try.
import { button, el, id } from "./dom.js";
import { deliver } from "./stand-in.js";
import { slow } from "./trouble.js";
import { either, t } from "./words.js";

const KEY = "wechat-gateway.guide";

const THINGS = [
  ["hello", () => deliver({ MsgType: "text", Content: either("你好", "hello") })],
  ["menu", () => deliver({ MsgType: "event", Event: "CLICK", EventKey: "tianqi" })],
  ["late", slow],
];
const done = new Set();

/** @param tried leads to where the answer is seen */
export function drawGuide(tried) {
  const place = id("guide");
  place.hidden = localStorage.getItem(KEY) === "closed";
  const things = THINGS.map(([name, start]) => {
    const click = () => {
      done.add(name);
      drawGuide(tried);
      tried();
      start();
    };
    return el(
      "li",
      { class: done.has(name) ? "done" : "" },
      el("strong", {}, t("guide." + name)),
      el("p", {}, t(`guide.${name}.more`)),
      button(t("guide.do"), click, { "data-guide": name, class: "main" }),
    );
  });
  const close = () => {
    localStorage.setItem(KEY, "closed");
    drawGuide(tried);
  };
  place.replaceChildren(
    el("h2", {}, t("guide.title")),
    button("×", close, { class: "close", "aria-label": t("guide.close") }),
    el("ol", {}, ...things),
    el("p", { class: "then" }, t("guide.edit")),
  );
}
