// What is wrong with the files that somebody edits, until it is mended.
import { el, id } from "./dom.js";
import { t } from "./words.js";

let last = [];

export function problems({ problems: now }) {
  last = now;
  drawProblems();
}

export function drawProblems() {
  id("problems").hidden = last.length === 0;
  id("problems").replaceChildren(
    el("strong", {}, t("problems")),
    el(
      "ul",
      {},
      ...last.map(({ where, found, expected }) =>
        el("li", {}, el("code", {}, where), `: ${found} (${t("expected")}: ${expected})`),
      ),
    ),
  );
}
