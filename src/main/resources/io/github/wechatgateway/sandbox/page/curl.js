// What travels, as commands that do the same again.
import { toast } from "./dom.js";
import { t } from "./words.js";
import { elements } from "./xml.js";

const quoted = (text) => "'" + text.replaceAll("'", "'\\''") + "'";

/** The signed request of a try. */
export function curlOfTry(one) {
  return `curl ${quoted(one.url)} -H 'Content-Type: text/xml' --data-binary ${quoted(one.sent)}`;
}

/** What POST /sandbox/deliver takes to have a message delivered: again, or as a new one. */
export function requestOf(delivery, again) {
  const { ToUserName, FromUserName, ...message } = elements(delivery.xml);
  if (!again) {
    delete message.CreateTime;
    delete message.MsgId;
  }
  const { account, user, mode } = delivery;
  return { account, user, mode, message };
}

export function curlOfDelivery(delivery) {
  const address = new URL("deliver", location.href).href;
  return `curl ${address} -d ${quoted(JSON.stringify(requestOf(delivery, false)))}`;
}

export function curlOfCall(call) {
  const query = new URLSearchParams(call.query);
  const address = new URL("wechat" + call.path, location.href).href;
  const url = query.size > 0 ? `${address}?${query}` : address;
  return call.method === "GET" ? `curl ${quoted(url)}` : `curl ${quoted(url)} --data-binary ${quoted(call.sent)}`;
}

export async function copy(text) {
  await navigator.clipboard.writeText(text);
  toast(t("copied"));
}
