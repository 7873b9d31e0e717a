// All of one delivery, or of one call.
import { copy, curlOfCall, curlOfDelivery, curlOfTry, requestOf } from "./curl.js";
import { button, el } from "./dom.js";
import { recordOf } from "./record.js";
import { deliverAgain } from "./stand-in.js";
import { locale, t } from "./words.js";
import { pretty } from "./xml.js";

export function details(entry) {
  return { delivery: ofDelivery, call: ofCall, failure: ofFailure }[entry.type](entry);
}

function ofDelivery(entry) {
  return el(
    "div",
    { class: "inside" },
    el("p", { class: "facts" }, `${entry.account} · ${entry.user} · ${t("mode." + entry.mode)}`),
    entry.why && el("p", { class: "why" }, entry.why),
    entry.seen !== "pending" && recordOf(entry),
    ...entry.tries.map((one, i) => ofTry(one, i + 1, entry)),
    el(
      "p",
      { class: "buttons" },
      button(t("again"), () => deliverAgain(requestOf(entry, true)), { class: "quiet" }),
      button(t("curl.deliver"), () => copy(curlOfDelivery(entry)), { class: "quiet" }),
    ),
  );
}

function ofTry(one, number, entry) {
  const result = one.error ?? String(one.status);
  return el(
    "section",
    { class: "try" },
    el(
      "h3",
      {},
      t("try", number),
      el("time", { datetime: one.time }, new Date(one.time).toLocaleTimeString(locale(), { hourCycle: "h23" })),
      el("span", { class: one.error ? "dot bad" : "dot" }, `${result} · ${t("took", one.seconds.toFixed(3))}`),
      button(t("curl.request"), () => copy(curlOfTry(one)), { class: "quiet small" }),
    ),
    part(t("wire.sent"), `POST ${one.url}\n\n${pretty(one.sent)}`),
    entry.mode !== "plain" && part(t("wire.opened"), pretty(entry.xml)),
    one.answer !== null && part(t("wire.answer"), pretty(one.answer)),
    one.reply !== null && one.reply !== one.answer && part(t("wire.reply"), pretty(one.reply), true),
  );
}

function ofCall(entry) {
  const query = Object.entries(entry.query).map(([name, value]) => `${name}=${value}`);
  return el(
    "div",
    { class: "inside" },
    query.length > 0 && part(t("wire.query"), query.join("\n")),
    entry.sent && part(t("wire.body"), readable(entry.sent), true),
    part(t("wire.call.answer"), entry.answer === undefined ? t("no.answer") : readable(entry.answer), true),
    el("p", { class: "buttons" }, button(t("curl.request"), () => copy(curlOfCall(entry)), { class: "quiet" })),
  );
}

function ofFailure(entry) {
  return el(
    "div",
    { class: "inside" },
    el("p", { class: "facts" }, el("code", {}, entry.where || entry.handler)),
    el("p", { class: "why" }, entry.found),
  );
}

function part(name, text, open = false) {
  return el(
    "details",
    { class: "part", open },
    el("summary", {}, name),
    el("pre", { tabindex: "0" }, text === "" ? t("nothing") : text),
  );
}

function readable(text) {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}
