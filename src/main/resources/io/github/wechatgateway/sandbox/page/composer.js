// Where a user writes, and the panel of what else may be sent.
import { ATTACHMENTS } from "./attachments.js";
import { el, id } from "./dom.js";
import { icon } from "./icons.js";
import { deliver } from "./stand-in.js";
import { t } from "./words.js";

export function startComposer() {
  id("composer").addEventListener("submit", async (event) => {
    event.preventDefault();
    const text = id("text").value;
    if (text.trim() !== "") {
      id("text").value = "";
      id("chat").scrollTop = id("chat").scrollHeight;
      if (!(await deliver({ MsgType: "text", Content: text }))) {
        id("text").value ||= text; // it was not taken
      }
    }
  });
  id("more").append(icon("plus"));
  id("more").addEventListener("click", () => open(id("panel").hidden));
  id("panel").addEventListener("keydown", (event) => {
    if (event.key === "Escape") {
      open(false);
      id("more").focus();
    }
  });
}

function open(opens) {
  id("panel").hidden = !opens;
  id("more").setAttribute("aria-expanded", String(opens));
  id("chat").scrollTop = id("chat").scrollHeight;
}

export function drawPanel() {
  id("panel").replaceChildren(
    ...Object.entries(ATTACHMENTS).map(([name, send]) => {
      const click = () => {
        open(false);
        id("more").focus();
        send();
      };
      const sign = el("span", {}, icon(name));
      return el("button", { type: "button", "data-kind": name, on: { click } }, sign, t(name));
    }),
  );
}
