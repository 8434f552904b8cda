// What floats above the chats: short notes, alerts, forms and menus.

import { h } from "./dom.js";
import { icon } from "./icons.js";

/** A short note that leaves by itself; `host` is the column it belongs to. */
export function toast(text, host = document.body, kind = "") {
  const note = h("div", { class: `toast ${kind}`, role: "status" }, text);
  let shelf = host.querySelector(":scope > .toasts");
  if (!shelf) {
    shelf = h("div", { class: "toasts", "aria-live": "polite" });
    host.append(shelf);
  }
  shelf.append(note);
  setTimeout(() => note.remove(), kind === "error" ? 6000 : 4000);
}

export const complain = (error, host) => toast(error.message ?? String(error), host, "error");

/**
 * Open a dialog; resolves to the values of its fields, or null when it was closed.
 * `fields`: [{name, label, value, type, options, hint, multiline, required}]
 */
export function ask({ title, text, fields = [], ok = "Oke", cancel = "Batal", extra = null }) {
  const inputs = fields.map(fieldFor);
  const dialog = h(
    "dialog",
    { class: "dialog", "aria-label": title },
    h(
      "form",
      { method: "dialog" },
      h("h2", {}, title),
      text && h("p", { class: "dialog-text" }, text),
      extra,
      inputs.map((input) => input.row),
      h(
        "div",
        { class: "dialog-buttons" },
        cancel && h("button", { type: "submit", value: "cancel", class: "plain", formnovalidate: true }, cancel),
        h("button", { type: "submit", value: "ok", class: "primary" }, ok),
      ),
    ),
  );
  document.body.append(dialog);
  const answer = settled(dialog, () =>
    Object.fromEntries(inputs.map(({ name, read }) => [name, read()])),
  );
  dialog.showModal();
  (dialog.querySelector("input, textarea, select") ?? dialog.querySelector(".primary")).focus();
  return answer;
}

export const say = (title, text) => ask({ title, text, cancel: null });

function settled(dialog, read) {
  const submit = (event) => {
    if (event.key !== "Enter" || event.target.tagName === "TEXTAREA") return;
    if (event.target.tagName === "BUTTON") return;
    event.preventDefault();
    dialog.querySelector(".primary").click();
  };
  dialog.addEventListener("keydown", submit);
  dialog.addEventListener("click", (event) => event.target === dialog && dialog.close("cancel"));
  return new Promise((resolve) => {
    dialog.addEventListener("close", () => {
      resolve(dialog.returnValue === "ok" ? read() : null);
      dialog.remove();
    });
  });
}

function fieldFor({ name, label, value = "", type = "text", options, hint, multiline, required }) {
  if (type === "checks") return checksFor(name, label, options);
  const shared = { name, required, value: undefined };
  let input;
  if (options) {
    input = h("select", shared, options.map((option) => h("option", { value: option.value }, option.label)));
  } else if (multiline) {
    input = h("textarea", { ...shared, rows: 3 });
  } else {
    input = h("input", { ...shared, type, autocomplete: "off", step: type === "number" ? "any" : null });
  }
  if (value !== "" && value !== undefined) input.value = value;
  const row = h("label", { class: "field" }, h("span", {}, label), input, hint && h("small", {}, hint));
  return { name, row, read: () => input.value };
}

function checksFor(name, label, options) {
  const boxes = options.map((option) =>
    h("input", { type: "checkbox", value: option.value, checked: option.checked }),
  );
  const rows = boxes.map((box, at) => h("label", { class: "check" }, box, options[at].label));
  const row = h("fieldset", { class: "field" }, h("legend", {}, label), rows);
  return { name, row, read: () => boxes.filter((box) => box.checked).map((box) => box.value) };
}

/** A menu beside `anchor`; items are {label, icon, act, danger} and falsy ones are left out. */
export function menu(anchor, items, label = "Menu") {
  document.querySelector(".menu")?.remove();
  const close = (focus = true) => {
    list.remove();
    document.removeEventListener("pointerdown", outside, true);
    window.removeEventListener("resize", close);
    anchor.removeAttribute?.("aria-expanded");
    if (focus) anchor.focus?.();
  };
  const entries = items.filter(Boolean).map((item) => {
    const choose = () => {
      close();
      item.act();
    };
    const attributes = { type: "button", role: "menuitem", class: item.danger ? "danger" : null };
    const words = h("span", {}, item.label, item.hint && h("small", {}, item.hint));
    return h("button", { ...attributes, on: { click: choose } }, icon(item.icon ?? "more"), words);
  });
  const list = h("div", { class: "menu", role: "menu", "aria-label": label }, entries);
  const outside = (event) => !list.contains(event.target) && close(false);
  list.addEventListener("keydown", (event) => moveInMenu(event, entries, close));
  document.body.append(list);
  place(list, anchor);
  anchor.setAttribute?.("aria-expanded", "true");
  document.addEventListener("pointerdown", outside, true);
  window.addEventListener("resize", close);
  entries[0]?.focus({ preventScroll: true });
}

function moveInMenu(event, entries, close) {
  const at = entries.indexOf(document.activeElement);
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step) {
    event.preventDefault();
    entries[(at + step + entries.length) % entries.length].focus();
  } else if (event.key === "Escape" || event.key === "Tab") {
    event.preventDefault();
    close();
  }
}

function place(list, anchor) {
  const box = anchor.getBoundingClientRect();
  const { offsetWidth: width, offsetHeight: height } = list;
  const below = box.bottom + 6 + height <= window.innerHeight;
  const top = below ? box.bottom + 6 : Math.max(8, box.top - height - 6);
  const left = Math.min(Math.max(8, box.left), window.innerWidth - width - 8);
  list.style.setProperty("top", `${Math.min(top, Math.max(8, window.innerHeight - height - 8))}px`);
  list.style.setProperty("left", `${left}px`);
}
