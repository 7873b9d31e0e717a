// What has travelled: deliveries with their tries, and calls of the API, the newest first.

/** The oldest go first. */
const MOST = 300;

export const entries = [];
const byDelivery = new Map();
let number = 0;
let changed = () => {};

/** @param listener is told of an entry that is new, or has more to show */
export const onEntry = (listener) => (changed = listener);

function add(entry) {
  entries.unshift({ ...entry, number: ++number });
  for (const gone of entries.splice(MOST)) {
    byDelivery.delete(gone.delivery);
  }
  changed(entries[0]);
  return entries[0];
}

function update(delivery, what) {
  const entry = byDelivery.get(delivery);
  if (entry) {
    what(entry);
    changed(entry);
  }
}

export function delivery(event) {
  byDelivery.set(event.delivery, add({ type: "delivery", ...event, tries: [], seen: "pending" }));
}

export function tried(event) {
  update(event.delivery, (entry) => entry.tries.push(event));
}

export function delivered(event) {
  update(event.delivery, (entry) => Object.assign(entry, event));
}

export function call(event) {
  add({ type: "call", ...event });
}

/** A handler threw. */
export function failed(event) {
  add({ type: "failure", ...event });
}

export const entryOf = (delivery) => byDelivery.get(delivery);

export function forget() {
  entries.length = 0;
  byDelivery.clear();
}

/** The errcode in a call's answer; 0 if there is none, null if it can't be read. */
export function errcode(entry) {
  if (entry.answer === undefined) {
    return null;
  }
  if (!entry.answer.startsWith("{")) {
    return entry.status === 200 && !entry.answer.startsWith("<") ? 0 : null;
  }
  try {
    return JSON.parse(entry.answer).errcode ?? 0;
  } catch {
    return null;
  }
}

export function isBad(entry) {
  if (entry.type === "failure") {
    return true;
  }
  return entry.type === "delivery"
    ? entry.seen === "fault" || entry.tries.length > 1
    : errcode(entry) !== 0 || entry.status !== 200;
}
