// What travels, as commands that do the same again.
import { toast } from "./dom.js";
import { mediaAddress } from "./stand-in.js";
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

/** The page is not told app secrets; the shell is to know this one. */
const withSecret = (command) => command.replaceAll("***", `'"$APP_SECRET"'`);

export function curlOfCall(call) {
  const query = new URLSearchParams(call.query);
  const address = new URL("wechat" + call.path, location.href).href;
  const url = quoted(query.size > 0 ? `${address}?${query}` : address);
  if (call.sent.startsWith("multipart/")) {
    return curlOfUpload(call, url);
  }
  const body = call.method === "GET" ? "" : ` --data-binary ${quoted(call.sent)}`;
  return withSecret(`curl ${url}${body}`);
}

/** Of the file that was uploaded, which the stand-in has kept; else of one in the shell's folder. */
function curlOfUpload({ query, answer }, url) {
  const file = { voice: "file.mp3", video: "file.mp4" }[query.type] ?? "file.jpg";
  const kept = /"(?:thumb_)?media_id":\s*"([\w-]+)"/.exec(answer)?.[1];
  if (!kept) {
    return `curl ${url} -F media=@${file}`;
  }
  const from = quoted(new URL(mediaAddress(kept), location.href).href);
  return `curl -s ${from} | curl ${url} -F 'media=@-;filename=${file}'`;
}

export async function copy(text) {
  await navigator.clipboard.writeText(text);
  toast(t("copied"));
}
