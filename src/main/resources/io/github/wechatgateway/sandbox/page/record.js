// What the gateway itself knows of a delivered message: how its tries went, and what the user saw.
import { button, el } from "./dom.js";
import { records } from "./stand-in.js";
import { either, locale, t } from "./words.js";
import { elements } from "./xml.js";

const CLOCK = { hour: "2-digit", minute: "2-digit", second: "2-digit", fractionalSecondDigits: 3, hourCycle: "h23" };

/** A section that fills itself, and again when one asks. */
export function recordOf(entry) {
  const place = el("div", { class: "known" }, el("p", { class: "facts" }, "…"));
  const fill = async () => {
    const record = await find(entry);
    place.replaceChildren(...(record ? shown(record) : [el("p", { class: "facts" }, t("record.none"))]));
  };
  fill();
  return el(
    "section",
    { class: "record" },
    el("h3", {}, t("record"), button(t("record.again"), fill, { class: "quiet small" })),
    place,
  );
}

/** By its MsgId; an event, which has none, by its time. */
async function find(entry) {
  const message = elements(entry.xml) ?? {};
  const known = (await records(entry.account, entry.user))?.records ?? [];
  const id = message.MsgId ?? message.MsgID ?? "";
  return known.find((record) =>
    id !== ""
      ? record.msg_id === id
      : Date.parse(record.created) === Number(message.CreateTime) * 1000 && record.event === (message.Event ?? ""),
  );
}

function shown(record) {
  const lines = [
    ...(record.tries ?? []).map((one) => [one.came, t("try", one.number), one.answer, millis(one.took_ms)]),
    ...(record.runs ?? []).map((run) => [run.began, run.handler ?? t("record.handler"), run.end, millis(run.took_ms), run.cause]),
    ...(record.late ? [[record.late.at, t("record.late"), record.late.why]] : []),
    ...(record.after ?? []).map((each) => [each.at, t("record.then"), each.what, failures(each), each.reason]),
  ];
  lines.sort(([one], [other]) => one.localeCompare(other));
  return [
    el("p", { class: "words " + record.seen }, either(record.words_zh, record.words)),
    el("ol", {}, ...lines.map(line)),
    el("p", { class: "facts" }, `messageKey=${record.key}`),
  ];
}

function line([time, who, what, ...more]) {
  return el(
    "li",
    {},
    el("time", { datetime: time }, new Date(time).toLocaleTimeString(locale(), CLOCK)),
    el("span", {}, who),
    el("code", {}, what ?? "…"),
    el("span", { class: "more" }, more.filter(Boolean).join(" · ")),
  );
}

const millis = (number) => (number === undefined ? "" : `${number} ms`);

const failures = (each) =>
  [each.attempts > 0 && t("record.attempts", each.attempts), each.errcode !== 0 && `errcode ${each.errcode}`]
    .filter(Boolean)
    .join(" · ");
