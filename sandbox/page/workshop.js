// The workshop: slow the bot's line, break it, move the clock, and watch its calls.

import * as api from "./api.js";
import { complain, toast } from "./dialogs.js";
import { h, replaceChildren } from "./dom.js";
import { icon, iconButton } from "./icons.js";
import { on } from "./store.js";

const SHOWN = 60;

export function createWorkshop() {
  const calls = h("ol", { class: "calls" });
  const close = iconButton("close", "Tutup bengkel", () => toggle(false));
  const element = h(
    "aside",
    { class: "workshop", "aria-label": "Bengkel", hidden: true },
    h("header", {}, icon("wrench"), h("h2", {}, "Bengkel"), close),
    h("div", { class: "tools" }, faultForm(), clockForm()),
    h("h3", {}, "Panggilan Bot API terakhir"),
    calls,
  );
  on("event", () => !element.hidden && later());

  let waiting = 0;
  const later = () => {
    if (!waiting) waiting = setTimeout(() => refresh().finally(() => (waiting = 0)), 400);
  };

  async function refresh() {
    const entries = await api.log(SHOWN).catch(() => []);
    const told = entries.filter((entry) => entry.method !== "getUpdates").reverse();
    replaceChildren(calls, told.map(callRow));
  }

  function toggle(open = element.hidden) {
    element.hidden = !open;
    if (open) refresh();
  }

  element.addEventListener("keydown", (event) => event.key === "Escape" && toggle(false));
  return { element, toggle };
}

function callRow(entry) {
  const failed = entry.ok === false;
  const words = [entry.fault, entry.chat_id, entry.params?.text ?? entry.params?.caption];
  const details = words.filter(Boolean).join(" · ");
  return h(
    "li",
    { class: failed ? "failed" : null },
    h("code", {}, entry.method ?? "?"),
    h("span", {}, details),
    h("b", {}, failed ? entry.error_code ?? "putus" : "ok"),
  );
}

function faultForm() {
  const label = "Jeda jawaban dalam milidetik";
  const latency = h("input", { type: "number", min: 0, step: 50, value: "0", "aria-label": label });
  const down = h("input", { type: "checkbox" });
  const storm = h("input", { type: "checkbox" });
  const apply = (event) => {
    event.preventDefault();
    const changes = { latency: Number(latency.value) / 1000, down: down.checked, flood_seconds: storm.checked ? 60 : 0 };
    api.faults(changes).then(() => toast("Gangguan dipasang."), complain);
  };
  const reset = () => {
    latency.value = "0";
    down.checked = storm.checked = false;
  };
  return h(
    "form",
    { on: { submit: apply } },
    h("h3", {}, "Gangguan"),
    h("label", { class: "inline" }, "Jeda", latency, "ms"),
    h("label", { class: "check" }, down, "Mati (bot tidak tersambung)"),
    h("label", { class: "check" }, storm, "Badai 429 (60 detik)"),
    h(
      "div",
      { class: "tool-buttons" },
      h("button", { type: "submit", class: "small" }, "Pasang"),
      h("button", { type: "submit", class: "small plain", on: { click: reset } }, "Pulihkan"),
    ),
  );
}

function clockForm() {
  const hours = (count, label) => {
    const click = () => api.advanceClock(count * 3600).then(() => toast(`Jam dimajukan ${label}.`), complain);
    return h("button", { type: "button", class: "small", on: { click } }, `+${label}`);
  };
  const buttons = [hours(1, "1 jam"), hours(8, "8 jam"), hours(24, "1 hari"), hours(168, "1 minggu")];
  return h("div", {}, h("h3", {}, "Jam"), h("div", { class: "tool-buttons" }, buttons));
}
