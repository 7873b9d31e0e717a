// The page's two languages. The browser's own is the first one; what was chosen is remembered.
import en from "./words-en.js";
import zh from "./words-zh.js";

const LANGUAGES = { en, zh };
const KEY = "wechat-gateway.language";

let language = localStorage.getItem(KEY) ?? (navigator.language.startsWith("zh") ? "zh" : "en");
if (!LANGUAGES[language]) {
  language = "en";
}

/** The words for a key; `{0}`, `{1}` … in them are the values. */
export function t(key, ...values) {
  const words = LANGUAGES[language][key] ?? key;
  return words.replace(/\{(\d)\}/g, (_, n) => values[n] ?? "");
}

/** In Chinese or English, for what has both by itself. */
export const either = (chinese, english) => (language === "zh" ? chinese : english);

export const locale = () => (language === "zh" ? "zh-CN" : "en-GB");

/** Writes the words into the elements that ask for them with data-t, data-t-label … */
export function translate() {
  document.documentElement.lang = locale();
  for (const element of document.querySelectorAll("[data-t]")) {
    element.textContent = t(element.dataset.t);
  }
  for (const element of document.querySelectorAll("[data-t-label]")) {
    element.setAttribute("aria-label", t(element.dataset.tLabel));
  }
  for (const element of document.querySelectorAll("[data-t-placeholder]")) {
    element.setAttribute("placeholder", t(element.dataset.tPlaceholder));
  }
}

/** The other language; `then` draws anew what is not in the page's own HTML. */
export function switchLanguage(then) {
  language = language === "zh" ? "en" : "zh";
  localStorage.setItem(KEY, language);
  translate();
  then();
}
