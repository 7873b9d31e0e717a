// Puts the page together.
import { drawPanel, startComposer } from "./composer.js";
import * as conversations from "./conversations.js";
import { el, id } from "./dom.js";
import { listen, on } from "./events.js";
import { drawGuide } from "./guide.js";
import { drawMenu, startMenu } from "./menu.js";
import * as phone from "./phone.js";
import { drawProblems, problems } from "./problems.js";
import { chosen } from "./stand-in.js";
import * as traffic from "./traffic.js";
import { drawTroubles, setPaths } from "./trouble.js";
import { switchLanguage, t, translate } from "./words.js";
import * as wire from "./wire.js";

let accounts = [];

/** On a narrow screen one of the two is seen. */
function tab(name) {
  document.body.dataset.tab = name;
  for (const each of id("tabs").children) {
    each.setAttribute("aria-pressed", String(each.dataset.tab === name));
  }
}

function fill(select, values, words, value) {
  select.replaceChildren(...values.map((each) => el("option", { value: each }, words(each))));
  select.value = value;
}

function hello({ accounts: all, users, paths }) {
  accounts = all;
  const account = all.find((each) => each.name === chosen.account) ?? all[0];
  chosen.account = account.name;
  chosen.user ||= users[0];
  fill(id("account"), all.map((each) => each.name), String, chosen.account);
  fill(id("user"), users, String, chosen.user);
  id("account-choice").hidden = all.length === 1;
  setPaths(paths);
  chooseAccount();
  drawTroubles();
  state("online");
}

function chooseAccount() {
  const account = accounts.find((each) => each.name === chosen.account);
  const modes = account.encrypts ? ["plain", "compatible", "safe"] : ["plain"];
  chosen.mode = modes.includes(chosen.mode) ? chosen.mode : account.mode;
  fill(id("mode"), modes, (mode) => t("mode." + mode), chosen.mode);
  phone.draw();
}

function state(name) {
  id("state").dataset.state = name;
  id("state").textContent = t(name);
}

/** What is not in the page's own HTML. */
function draw() {
  id("language").textContent = t("language");
  drawPanel();
  drawMenu();
  drawGuide(() => tab("chat"));
  drawProblems();
  wire.drawAll();
  if (accounts.length > 0) {
    chooseAccount();
    drawTroubles();
    state(id("state").dataset.state);
  }
}

function choose(name, then) {
  id(name).addEventListener("change", () => {
    chosen[name] = id(name).value;
    then();
  });
}

phone.startPhone((delivery) => {
  tab("wire");
  wire.show(delivery);
});
startComposer();
startMenu();
wire.startWire();
translate();
draw();
choose("account", chooseAccount);
choose("user", phone.draw);
choose("mode", () => {});
id("language").addEventListener("click", () => switchLanguage(draw));
for (const each of id("tabs").children) {
  each.addEventListener("click", () => tab(each.dataset.tab));
}

on("hello", hello);
on("offline", () => state("offline"));
on("reset", () => {
  conversations.forget();
  wire.clear();
  problems({ problems: [] });
});
for (const name of ["delivery", "delivered"]) {
  on(name, traffic[name]);
  on(name, conversations[name]);
}
on("try", traffic.tried);
on("try", conversations.tried);
on("call", traffic.call);
on("failed", traffic.failed);
on("call", () => id("troubles").querySelector(".waiting:not([hidden])") && drawTroubles());
on("message", conversations.serviceMessage);
on("problems", problems);
on("typing", conversations.typing);
listen();
