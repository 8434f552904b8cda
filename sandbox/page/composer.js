// Writing: the text box, what it replies to or changes, and the keyboards around it.

import * as api from "./api.js";
import { attachMenu, ownContact, samplePlace, sendMedia } from "./attach.js";
import { createSuggestions } from "./commands.js";
import { complain } from "./dialogs.js";
import { h, onPhone, replaceChildren } from "./dom.js";
import { icon, iconButton } from "./icons.js";
import { replyKeyboard, replyMarkupFor } from "./keyboard.js";
import { isPrivate, personOf } from "./store.js";
import { summary } from "./summary.js";

const TALLEST = 160;
const PLACEHOLDER = "Tulis pesan…";

export function createComposer({ person, chat, host }) {
  const about = { mode: null, message: null };
  const foldedBy = new Map();
  let markup = null;

  const send = async (what) => {
    try {
      await api.send(person, chat, { ...what, ...replyTo() });
      if (about.mode) setAbout(null);
      return true;
    } catch (error) {
      complain(error, host);
      return false;
    }
  };
  const replyTo = () => (about.mode === "reply" ? { reply_to: about.message.message_id } : {});

  const box = h("textarea", {
    class: "box", rows: 1, "aria-label": "Pesan", placeholder: PLACEHOLDER, enterkeyhint: "send",
    on: { input: () => onInput(), keydown: (event) => onKey(event), paste: (event) => onPaste(event) },
  });
  const suggestions = createSuggestions({ person, chat, choose: (text) => sendCommand(text) });
  const attach = iconButton("attach", "Lampirkan", () => attachMenu(attach, { person, send, host }), {
    "aria-haspopup": "menu",
  });
  const commands = iconButton("slash", "Daftar perintah", () => suggestions.show());
  const toggle = iconButton("keyboard", "Tampilkan atau sembunyikan papan tombol", () => fold(), { hidden: true });
  const submit = iconButton("send", "Kirim", () => submitText(), { extra: "send" });
  const bar = h("div", { class: "about", hidden: true });
  const keys = h("div", { class: "keys" });
  const row = h("div", { class: "write" }, attach, h("div", { class: "box-frame" }, box, commands, toggle), submit);
  const gate = h("div", { class: "gate", hidden: true });
  const element = h("div", { class: "composer" }, suggestions.element, bar, row, gate, keys);

  async function submitText() {
    const text = box.value.trim();
    if (!text) return;
    const kept = box.value;
    setText("");
    const editing = about.mode === "edit" ? about.message.message_id : null;
    const what = editing ? { kind: "edit", message_id: editing, text } : { kind: "text", text };
    if (!(await send(what)) && !box.value) setText(kept);
  }

  async function sendCommand(text) {
    setText("");
    await send({ kind: "text", text });
  }

  function setText(text) {
    box.value = text;
    onInput();
  }

  function onInput() {
    suggestions.update(box.value);
    grow();
  }

  function onKey(event) {
    if (suggestions.onKey(event)) return;
    if (event.key === "Enter" && !event.shiftKey && !event.isComposing) {
      event.preventDefault();
      submitText();
    } else if (event.key === "Escape" && about.mode) {
      setAbout(null);
    }
  }

  function onPaste(event) {
    const files = [...(event.clipboardData?.files ?? [])].filter((file) => /^(image|video)\//.test(file.type));
    if (!files.length) return;
    event.preventDefault();
    sendMedia(files, send).catch((error) => complain(error, host));
  }

  function grow() {
    box.style.setProperty("height", "auto");
    box.style.setProperty("height", `${Math.min(box.scrollHeight, TALLEST)}px`);
    submit.classList.toggle("ready", Boolean(box.value.trim()));
  }

  function setAbout(mode, message = null) {
    if (about.mode === "edit") box.value = "";
    Object.assign(about, { mode, message });
    bar.hidden = !mode;
    if (mode) {
      const title = mode === "edit" ? "Mengubah pesan" : `Membalas ${message.from?.first_name ?? ""}`;
      const close = iconButton("close", "Batal", () => setAbout(null));
      const words = h("div", {}, h("b", {}, title), h("span", {}, summary(message)));
      replaceChildren(bar, icon(mode), words, close);
      if (mode === "edit") box.value = message.text;
      box.focus();
    }
    grow();
  }

  function fold() {
    foldedBy.set(markup.message.message_id, !isFolded());
    drawKeys();
  }

  const isFolded = () => foldedBy.get(markup.message.message_id) ?? markup.folded;

  const actions = {
    text: async (text) => (await send({ kind: "text", text, ...keyboardReply() })) && unfoldOnce(),
    request_location: async () => (await send(samplePlace())) && unfoldOnce(),
    request_contact: async () => (await send(ownContact(person))) && unfoldOnce(),
    request_poll: async () => attach.click(),
  };
  const keyboardReply = () => (isPrivate(person, chat) || !markup ? {} : { reply_to: markup.message.message_id });
  const unfoldOnce = () => foldedBy.clear();

  function drawKeys() {
    const shown = markup && !markup.force;
    toggle.hidden = !shown;
    toggle.setAttribute("aria-pressed", String(Boolean(shown && !isFolded())));
    replaceChildren(keys, shown && !isFolded() ? replyKeyboard(markup.markup, actions) : null);
    const asked = shown && isFolded() ? null : markup?.markup.input_field_placeholder;
    box.placeholder = asked || PLACEHOLDER;
  }

  function drawGate(messages) {
    const alone = isPrivate(person, chat);
    const blocked = alone && personOf(person)?.blocked;
    const unstarted = alone && messages.length === 0 && !personOf(person)?.started;
    const shut = blocked || unstarted;
    gate.hidden = !shut;
    row.hidden = keys.hidden = Boolean(shut);
    if (!shut) return;
    const act = blocked ? () => api.unblock(person) : () => api.start(person);
    const click = () => act().catch((error) => complain(error, host));
    const label = blocked ? "Buka blokir" : "Mulai";
    replaceChildren(gate, h("button", { type: "button", class: "wide", on: { click } }, label));
  }

  let signature = "";
  function update(messages) {
    drawGate(messages);
    markup = replyMarkupFor(messages, person);
    const fresh = JSON.stringify([markup?.message.message_id, markup?.markup, markup?.folded]);
    if (fresh === signature) return;
    signature = fresh;
    drawKeys();
    if (markup?.force) setAbout("reply", markup.message);
  }

  return {
    element,
    update,
    send,
    reply: (message) => setAbout("reply", message),
    edit: (message) => setAbout("edit", message),
    focus: () => !onPhone() && box.focus({ preventScroll: true }),
  };
}
