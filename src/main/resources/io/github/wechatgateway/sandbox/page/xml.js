// Messages of WeChat in XML, read into objects: elements by their names, repeated ones as arrays.

// The page's policy lets nobody write markup; this is for a document that is never shown.
const policy = globalThis.trustedTypes?.createPolicy("xml", { createHTML: (xml) => xml });

function parse(xml) {
  const text = policy ? policy.createHTML(xml) : xml;
  const root = new DOMParser().parseFromString(text, "application/xml").documentElement;
  return root.nodeName === "xml" ? root : null;
}

/** The elements of a message; null if it is not XML. */
export function elements(xml) {
  const root = xml ? parse(xml) : null;
  return root && children(root);
}

function children(parent) {
  const found = {};
  for (const child of parent.children) {
    const value = child.children.length > 0 ? children(child) : child.textContent;
    const before = found[child.nodeName];
    found[child.nodeName] =
      before === undefined ? value : Array.isArray(before) ? [...before, value] : [before, value];
  }
  return found;
}

/** With a line for each element. */
export function pretty(xml) {
  const root = xml ? parse(xml) : null;
  return root ? lines(root, "").join("\n") : xml;
}

function lines(element, indent) {
  const name = element.nodeName;
  if (element.children.length === 0) {
    return [`${indent}<${name}>${element.textContent}</${name}>`];
  }
  const inner = [...element.children].flatMap((child) => lines(child, indent + "  "));
  return [`${indent}<${name}>`, ...inner, `${indent}</${name}>`];
}
