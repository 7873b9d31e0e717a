// What a user sees of a message, whichever way it comes: one shape for the XML of users and of
// replies, and for the JSON of customer-service messages.

const list = (value) => (value === undefined || value === "" ? [] : [value].flat());

/** What a user sends. */
export function fromUser(xml) {
  return {
    kind: xml.MsgType,
    text: xml.Content,
    media: xml.MediaId,
    words: xml.Recognition,
    title: xml.Title ?? xml.Label,
    description: xml.Description,
    url: xml.Url,
    place: xml.Location_X && `${xml.Location_X}, ${xml.Location_Y}`,
  };
}

/** A passive reply; `most` articles are shown. */
export function fromReply(xml, most) {
  const part = xml.Image ?? xml.Voice ?? xml.Video ?? xml.Music ?? {};
  return {
    kind: xml.MsgType,
    text: xml.Content,
    media: part.MediaId,
    title: part.Title,
    description: part.Description,
    url: part.MusicUrl ?? part.HQMusicUrl,
    thumb: part.ThumbMediaId,
    agent: xml.TransInfo?.KfAccount,
    articles: list(xml.Articles?.item)
      .slice(0, most)
      .map((item) => ({
        title: item.Title,
        description: item.Description,
        url: item.Url,
        picture: item.PicUrl,
      })),
  };
}

/** A customer-service message. */
export function fromService(json) {
  const part = json[json.msgtype] ?? {};
  return {
    kind: json.msgtype,
    service: true,
    text: part.content,
    media: part.media_id,
    title: part.title,
    description: part.description,
    url: part.musicurl ?? part.hqmusicurl ?? part.url,
    thumb: part.thumb_media_id,
    head: part.head_content,
    tail: part.tail_content,
    choices: part.list,
    articles: list(part.articles).map((article) => ({ ...article, picture: article.picurl })),
  };
}

/** What a text of a customer-service message or reply may have in it: links, and words to send. */
export function pieces(text) {
  const found = [];
  const pattern =
    /<a\s([^>]*)>([\s\S]*?)<\/a>|(https?:\/\/[\w\-.~:/?#[\]@!$&'()*+,;=%]+)/gi;
  let end = 0;
  for (const match of text.matchAll(pattern)) {
    found.push({ text: text.slice(end, match.index) });
    end = match.index + match[0].length;
    const href = match[3] ?? /href\s*=\s*["']?([^"'\s>]+)/i.exec(match[1])?.[1] ?? "";
    const words = match[3] ?? match[2];
    found.push({ text: words, ...menuMessage(href), href });
  }
  found.push({ text: text.slice(end) });
  return found.filter((piece) => piece.text !== "");
}

/** weixin://bizmsgmenu?msgmenucontent=…&msgmenuid=… sends its content when it is tapped. */
function menuMessage(href) {
  if (!href.startsWith("weixin://bizmsgmenu")) {
    return {};
  }
  const query = new URLSearchParams(href.split("?")[1]);
  return { send: query.get("msgmenucontent") ?? "", id: query.get("msgmenuid") ?? "" };
}
