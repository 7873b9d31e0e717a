// What the page asks of the stand-in for WeChat: the same that scripts may ask.
import { toast } from "./dom.js";
import { t } from "./words.js";

export const chosen = { account: "", user: "", mode: "" };

async function ask(path, options) {
  const answer = await fetch(path, options).catch(() => null);
  if (!answer) {
    toast(t("offline"), true);
    return null;
  }
  const json = await answer.json();
  if (!answer.ok) {
    toast(json.detail ?? String(answer.status), true);
    return null;
  }
  return json;
}

const post = (path, body) => ask(path, { method: "POST", body: JSON.stringify(body) });

/** Has a message delivered; what comes of it is told by the events. */
export function deliver(message, trouble = {}) {
  return post("deliver", { ...chosen, message, ...trouble });
}

export const deliverAgain = (delivery) => post("deliver", delivery);

/** Keeps a user's own file, and gives its media_id; null if it is none of that type. */
export async function keep(type, file) {
  const query = new URLSearchParams({ type, account: chosen.account });
  return (await ask("media?" + query, { method: "POST", body: file }))?.media_id ?? null;
}

export const mediaAddress = (mediaId) => "media/" + encodeURIComponent(mediaId);

/** What the gateway knows of a user's last messages. */
export const records = (account, user) => ask("records?" + new URLSearchParams({ account, user }));

export const faults = () => ask("faults");
export const addFault = (fault) => post("faults", fault);
export const endFaults = () => ask("faults", { method: "DELETE" });

export const advance = (seconds) => post("clock", { advance: seconds });
