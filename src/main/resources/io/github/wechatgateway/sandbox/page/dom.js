// Elements. What users and the gateway write becomes text nodes, never markup.

/** Makes an element; `on` has its listeners, every other property is an attribute. */
export function el(name, properties = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(properties)) {
    if (key === "on") {
      for (const [event, listener] of Object.entries(value)) {
        element.addEventListener(event, listener);
      }
    } else if (value === true) {
      element.setAttribute(key, "");
    } else if (value !== false && value != null) {
      element.setAttribute(key, value);
    }
  }
  element.append(...children.filter((child) => child != null && child !== "" && child !== false));
  return element;
}

export const id = (name) => document.getElementById(name);

export function button(text, click, properties = {}) {
  return el("button", { type: "button", ...properties, on: { click } }, text);
}

/** An address of the web, or null: no other scheme becomes a link. */
export function webAddress(text) {
  try {
    const url = new URL(text);
    return url.protocol === "http:" || url.protocol === "https:" ? url : null;
  } catch {
    return null;
  }
}

export function link(address, text) {
  const url = webAddress(address);
  return url
    ? el("a", { href: url.href, target: "_blank", rel: "noopener noreferrer" }, text)
    : el("span", {}, text);
}

/** Tells something for some seconds. */
export function toast(text, bad = false) {
  const place = id("toast");
  place.textContent = text;
  place.classList.toggle("bad", bad);
  place.hidden = false;
  clearTimeout(toast.timer);
  toast.timer = setTimeout(() => (place.hidden = true), bad ? 8000 : 3000);
}
