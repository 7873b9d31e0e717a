// What each user has seen, the oldest first, as long as the page is open.
import { fromReply, fromService, fromUser } from "./messages.js";
import { chosen } from "./stand-in.js";
import { elements } from "./xml.js";

/** Of each conversation; the oldest go first. */
const MOST = 200;
/** The last messages, by which one that comes again is known. */
const KNOWN = 500;

const conversations = new Map();
const known = new Set();
const deliveries = new Map();
let changed = () => {};

export const onChange = (listener) => (changed = listener);

const key = (account, user) => account + " " + user;

export function current() {
  return conversation(chosen.account, chosen.user);
}

function conversation(account, user) {
  const name = key(account, user);
  if (!conversations.has(name)) {
    conversations.set(name, { items: [], follows: true, typingUntil: 0 });
  }
  return conversations.get(name);
}

function add(account, user, item) {
  const { items } = conversation(account, user);
  items.push(item);
  items.splice(0, items.length - MOST);
  changed();
}

/** A message that is delivered again is none that the user writes again. */
function isNew(xml) {
  const name = xml.MsgId ?? [xml.FromUserName, xml.CreateTime, xml.Event, xml.EventKey].join(" ");
  if (known.has(name)) {
    return false;
  }
  known.add(name);
  if (known.size > KNOWN) {
    known.delete(known.values().next().value);
  }
  return true;
}

export function delivery({ delivery, time, account, user, xml }) {
  const message = elements(xml);
  const fresh = isNew(message);
  deliveries.set(delivery, { account, user, time, message, fresh, reply: null });
  if (!fresh) {
    return;
  }
  if (message.MsgType === "event") {
    const event = message.Event.toLowerCase();
    const talk = conversation(account, user);
    talk.follows = event === "subscribe" || (event !== "unsubscribe" && talk.follows);
    add(account, user, { from: "event", time, event, message });
  } else {
    add(account, user, { from: "user", time, message: fromUser(message) });
  }
}

export function tried({ delivery, time, reply }) {
  const running = deliveries.get(delivery);
  if (running) {
    running.reply = reply;
    running.time = time;
  }
}

export function delivered({ delivery, seen, why }) {
  const { account, user, time, fresh, reply } = deliveries.get(delivery) ?? {};
  deliveries.delete(delivery);
  if (!fresh || seen === "nothing") {
    return;
  }
  if (seen === "fault") {
    add(account, user, { from: "fault", time, why, delivery });
    return;
  }
  const most = why ? 1 : 8; // why: it has more articles than such a message may be answered with
  add(account, user, { from: "account", time, message: fromReply(elements(reply), most), delivery });
}

export function serviceMessage({ account, user, time, message }) {
  conversation(account, user).typingUntil = 0;
  add(account, user, { from: "account", time, message: fromService(message) });
}

/** WeChat shows it for 15 seconds. */
export function typing({ account, user, begins }) {
  conversation(account, user).typingUntil = begins ? Date.now() + 15000 : 0;
  changed();
}

export function forget() {
  conversations.clear();
  known.clear();
  deliveries.clear();
  changed();
}
