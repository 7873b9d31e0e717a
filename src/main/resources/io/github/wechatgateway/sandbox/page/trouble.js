// Buttons for what goes wrong in real life.
import { button, el, id, toast } from "./dom.js";
import { ask } from "./sheet.js";
import { addFault, advance, deliver, endFaults, faults } from "./stand-in.js";
import { either, t } from "./words.js";

const KINDS = ["errcode", "status", "delay", "hang", "truncate", "html", "reset"];
const WITH_NUMBER = ["errcode", "status", "delay"];
const SLOW = { SandboxDelay: 7000 };

let paths = [];

/** @param all that a fault may befall */
export function setPaths(all) {
  paths = all;
}

const hello = (more) => ({ MsgType: "text", Content: either("你好", "hello"), ...more });

export const slow = () => deliver(hello(SLOW));

function duplicate() {
  const MsgId = Date.now() * 1000;
  const message = hello({ MsgId, CreateTime: Math.floor(Date.now() / 1000) });
  deliver(message);
  deliver(message);
}

async function expire() {
  if (await advance(7200)) {
    toast(t("trouble.token.done"));
  }
}

const ONES = [
  ["slow", slow],
  ["duplicate", duplicate],
  ["tries", () => deliver(hello(), { lostAnswers: 2 })],
  ["lost", () => deliver(hello(), { lostAnswers: 3 })],
  ["signature", () => deliver(hello(), { badSignature: true })],
  ["token", expire],
  ["fault", fault],
];

async function fault() {
  const asked = await ask(t("trouble.fault"), [
    { name: "path", label: t("fault.path"), options: usual().map((path) => [path, path]) },
    { name: "kind", label: t("fault.kind"), options: KINDS.map((kind) => [kind, `${kind}: ${t("fault." + kind)}`]) },
    { name: "number", label: t("fault.number"), value: "45011", optional: true },
    { name: "times", label: t("fault.times"), type: "number", value: "1" },
  ]);
  if (!asked) {
    return;
  }
  const value = WITH_NUMBER.includes(asked.kind) ? Number(asked.number) : true;
  if (await addFault({ path: asked.path, [asked.kind]: value, times: Number(asked.times) })) {
    toast(t("trouble.fault.set", asked.path));
  }
  drawTroubles();
}

/** What a late answer calls comes first. */
function usual() {
  const first = "/cgi-bin/message/custom/send";
  return paths.includes(first) ? [first, ...paths.filter((path) => path !== first)] : paths;
}

export async function drawTroubles() {
  const place = id("troubles");
  const waiting = (await faults())?.faults ?? [];
  const end = async () => {
    await endFaults();
    drawTroubles();
  };
  place.replaceChildren(
    el("h2", {}, t("trouble.title")),
    ...ONES.map(([name, make]) => button(t("trouble." + name), make, { "data-trouble": name })),
    el(
      "span",
      { class: "waiting", hidden: waiting.length === 0 },
      t("trouble.faults", waiting.reduce((sum, each) => sum + each.times, 0)) + " ",
      button(t("trouble.end"), end, { class: "inline" }),
    ),
  );
}
