// The list of what travelled, beside the phone.
import { el, id } from "./dom.js";
import { details } from "./details.js";
import { entries, entryOf, errcode, forget, isBad, onEntry } from "./traffic.js";
import { locale, t } from "./words.js";
import { elements } from "./xml.js";

const KINDS = ["all", "delivery", "call", "bad"];
const rows = new Map();

export function startWire() {
  onEntry((entry) => draw(entry));
  id("filter").addEventListener("input", drawAll);
  id("kind").addEventListener("change", drawAll);
  id("clear").addEventListener("click", clear);
}

export function clear() {
  forget();
  drawAll();
}

/** Everything anew. */
export function drawAll() {
  const kind = id("kind").value || "all";
  id("kind").replaceChildren(...KINDS.map((each) => el("option", { value: each }, t("kind." + each))));
  id("kind").value = kind;
  const open = new Set([...rows].filter(([, row]) => row.firstChild.open).map(([number]) => number));
  rows.clear();
  id("entries").replaceChildren();
  [...entries].reverse().forEach((entry) => draw(entry, open.has(entry.number)));
  id("empty").hidden = id("entries").children.length > 0;
}

function draw(entry, open = false) {
  const before = rows.get(entry.number);
  if (!isListed(entry)) {
    before?.remove();
    rows.delete(entry.number);
    return;
  }
  const row = el("li", { class: "entry " + entry.type }, summarised(entry, before?.firstChild.open ?? open));
  rows.set(entry.number, row);
  if (before) {
    before.replaceWith(row);
  } else {
    id("entries").prepend(row);
  }
  while (id("entries").children.length > entries.length) {
    id("entries").lastElementChild.remove();
  }
  id("empty").hidden = true;
}

function isListed(entry) {
  const kind = id("kind").value;
  const wanted = kind === "all" || kind === entry.type || (kind === "bad" && isBad(entry));
  const words = id("filter").value.trim().toLowerCase();
  return wanted && (words === "" || JSON.stringify(entry).toLowerCase().includes(words));
}

/** What is inside is made when it is opened. */
function summarised(entry, open) {
  const element = el("details", { open }, SUMMARIES[entry.type](entry));
  const fill = () => element.children.length === 1 && element.append(details(entry));
  element.addEventListener("toggle", () => element.open && fill());
  if (open) {
    fill();
  }
  return element;
}

function time(iso) {
  return el("time", { datetime: iso }, new Date(iso).toLocaleTimeString(locale(), { hourCycle: "h23" }));
}

function deliverySummary(entry) {
  const message = elements(entry.xml) ?? {};
  const kind = message.Event ?? message.MsgType ?? "";
  const what = message.Content ?? message.EventKey ?? message.Label ?? message.Title ?? message.Recognition;
  return el(
    "summary",
    {},
    time(entry.time),
    el("b", { class: "arrow in", title: t("kind.delivery") }, "→"),
    el("code", {}, kind),
    el("span", { class: "what" }, typeof what === "string" ? what : ""),
    el("span", { class: "tries" }, ...entry.tries.map(dot)),
    el("span", { class: "chip " + entry.seen }, t("seen." + entry.seen)),
  );
}

function dot(one) {
  const told = `${one.status ?? "–"} · ${t("took", one.seconds.toFixed(2))}`;
  return el("span", { class: one.error ? "dot bad" : "dot", title: one.error ?? "" }, told);
}

function callSummary(entry) {
  const code = errcode(entry);
  const told = entry.status === undefined ? t("no.answer") : (code || entry.status);
  return el(
    "summary",
    {},
    time(entry.time),
    el("b", { class: "arrow out", title: t("kind.call") }, "←"),
    el("code", {}, entry.method),
    el("span", { class: "what" }, entry.path),
    el("span", { class: "tries" }, el("span", { class: "dot" }, t("took", (entry.millis / 1000).toFixed(2)))),
    el("span", { class: "chip " + (isBad(entry) ? "fault" : "reply") }, String(told)),
  );
}

function failureSummary(entry) {
  return el(
    "summary",
    {},
    time(entry.time),
    el("b", { class: "arrow" }, "!"),
    el("code", {}, entry.handler),
    el("span", { class: "what" }, entry.found),
    el("span", { class: "chip fault" }, t("failed")),
  );
}

const SUMMARIES = { delivery: deliverySummary, call: callSummary, failure: failureSummary };

/** Opens a delivery, for who asks why. */
export function show(delivery) {
  const entry = entryOf(delivery);
  if (!entry) {
    return;
  }
  id("filter").value = "";
  id("kind").value = "all";
  drawAll();
  const row = rows.get(entry.number);
  row.firstChild.open = true;
  row.scrollIntoView({ block: "nearest" });
  row.querySelector("summary").focus();
}
