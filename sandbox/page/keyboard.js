// Buttons: inline keyboards under a bubble, and the reply keyboard above the composer.

import * as api from "./api.js";
import { complain, say, toast } from "./dialogs.js";
import { h } from "./dom.js";
import { icon } from "./icons.js";
import { isBotLink } from "./links.js";
import { on, store } from "./store.js";

const ANSWER_WAIT = 15000;

export function inlineKeyboard(message, context) {
  const rows = message.reply_markup?.inline_keyboard;
  if (!rows?.length) return null;
  const label = "Tombol pesan";
  return h(
    "div",
    { class: "inline-keyboard", role: "group", "aria-label": label },
    rows.map((row, r) =>
      h("div", { class: "button-row" }, row.map((button, c) => inlineButton(button, [r, c], message, context))),
    ),
  );
}

function inlineButton(button, index, message, context) {
  const mark = button.url ? icon("external", "corner") : button.copy_text ? icon("copy", "corner") : null;
  const attributes = {
    type: "button",
    class: `inline-button ${button.style ?? ""}`,
    on: { click: (event) => choose(button, index, message, context, event.currentTarget) },
  };
  return h("button", attributes, h("span", {}, button.text), mark);
}

async function choose(button, index, message, context, element) {
  if (button.url) {
    if (isBotLink(button.url, store.bot.username)) context.openLink(button.url);
    else window.open(button.url, "_blank", "noopener,noreferrer");
  } else if (button.copy_text) {
    await navigator.clipboard?.writeText(button.copy_text.text).catch(() => {});
    toast("Disalin", context.host);
  } else if (button.callback_data !== undefined) {
    await pressAndWait(button, index, message, context, element);
  } else {
    toast("Jenis tombol ini tidak ada di kotak pasir.", context.host);
  }
}

async function pressAndWait(button, index, message, context, element) {
  if (element.getAttribute("aria-busy")) return;
  element.setAttribute("aria-busy", "true");
  const early = new Map();
  let wanted = null;
  let finish;
  const answered = new Promise((resolve) => (finish = resolve));
  const timer = setTimeout(() => finish(null), ANSWER_WAIT);
  const stop = on("event", (event) => {
    const answer = answerIn(event);
    if (!answer) return;
    if (answer.id === wanted) finish(answer);
    else if (wanted === null) early.set(answer.id, answer);
  });
  try {
    const what = { message_id: message.message_id, index, data: button.callback_data };
    wanted = String((await api.press(context.person, context.chat, what)).callback_query_id);
    if (early.has(wanted)) finish(early.get(wanted));
    show(await answered, context);
  } catch (error) {
    complain(error, context.host);
  } finally {
    stop();
    clearTimeout(timer);
    element.removeAttribute("aria-busy");
  }
}

function answerIn(event) {
  if (event.kind !== "callback_answer") return null;
  const body = event.answer ?? event.callback ?? event;
  const id = body.callback_query_id ?? body.id ?? event.callback_query_id;
  return { ...body, id: String(id) };
}

function show(answer, context) {
  if (!answer) return;
  if (answer.url && isBotLink(answer.url, store.bot.username)) context.openLink(answer.url);
  if (!answer.text) return;
  if (answer.show_alert) say(store.bot.first_name ?? "Bot", answer.text);
  else toast(answer.text, context.host);
}

/** The message whose keyboard this person should see, and whether it is folded away. */
export function replyMarkupFor(messages, person) {
  for (let at = messages.length - 1; at >= 0; at--) {
    const message = messages[at];
    const markup = message.reply_markup;
    if (!message.from?.is_bot || !markup || markup.inline_keyboard) continue;
    if (markup.selective && !meant(message, messages, person)) continue;
    if (markup.remove_keyboard) return null;
    const answered = messages.slice(at + 1).some((later) => later.from?.id === Number(person));
    if (markup.force_reply) return answered ? null : { message, markup, force: true };
    if (markup.keyboard) return { message, markup, folded: Boolean(markup.one_time_keyboard) && answered };
  }
  return null;
}

function meant(message, messages, person) {
  const mentions = (message.entities ?? []).some((entity) => entity.user?.id === Number(person));
  const replied = messages.find((known) => known.message_id === message.reply_to_message_id);
  return mentions || replied?.from?.id === Number(person) || message.chat_id === Number(person);
}

const REPLY_ICONS = { request_location: "location", request_contact: "contact", request_poll: "poll" };

export function replyKeyboard(markup, actions) {
  const buttonFor = (spec) => {
    const button = typeof spec === "string" ? { text: spec } : spec;
    const kind = Object.keys(REPLY_ICONS).find((name) => button[name]);
    const click = () => actions[kind ?? "text"](button.text);
    const attributes = { type: "button", class: `reply-button ${button.style ?? ""}`, on: { click } };
    return h("button", attributes, kind && icon(REPLY_ICONS[kind]), h("span", {}, button.text));
  };
  const shape = markup.resize_keyboard ? "" : "tall";
  return h(
    "div",
    { class: `reply-keyboard ${shape}`, role: "group", "aria-label": "Papan tombol balasan" },
    markup.keyboard.map((row) => h("div", { class: "button-row" }, row.map(buttonFor))),
  );
}
