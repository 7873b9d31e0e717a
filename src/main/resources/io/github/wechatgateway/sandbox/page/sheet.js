// A sheet that asks for some values.
import { button, el, id } from "./dom.js";
import { t } from "./words.js";

/**
 * Asks for the values of fields: `name`, `label`, and `value`, or `options`, or `type: "file"`.
 *
 * @returns them by their names; files as an array; null if the user would rather not
 */
export function ask(title, fields) {
  const sheet = id("sheet");
  return new Promise((answer) => {
    const inputs = fields.map(input);
    const form = el(
      "form",
      {
        on: {
          submit: (event) => {
            event.preventDefault();
            sheet.done = values(fields, inputs);
            sheet.close();
          },
        },
      },
      el("h2", {}, title),
      ...fields.map((field, i) => el("label", {}, el("span", {}, field.label), inputs[i])),
      el(
        "p",
        { class: "buttons" },
        button(t("cancel"), () => sheet.close(), { class: "quiet" }),
        el("button", { type: "submit", class: "main" }, t("ok")),
      ),
    );
    sheet.done = null;
    sheet.replaceChildren(form);
    sheet.addEventListener("close", () => answer(sheet.done), { once: true });
    sheet.showModal();
  });
}

function input(field) {
  if (field.options) {
    const options = field.options.map(([value, text]) => el("option", { value }, text));
    return el("select", { name: field.name }, ...options);
  }
  const { name, type = "text", accept, multiple, value, optional } = field;
  return el("input", { name, type, accept, multiple, value, required: !optional, autocomplete: "off" });
}

function values(fields, inputs) {
  return Object.fromEntries(
    fields.map((field, i) => [
      field.name,
      field.type === "file" ? [...inputs[i].files] : inputs[i].value,
    ]),
  );
}
