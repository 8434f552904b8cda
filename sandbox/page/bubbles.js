// Messages as bubbles, and the list of them kept in place when one changes.

import { menu, toast } from "./dialogs.js";
import { colourOf, h } from "./dom.js";
import { icon, iconButton } from "./icons.js";
import { inlineKeyboard } from "./keyboard.js";
import { attachment, isPicture, photos } from "./media.js";
import { rich } from "./rich.js";
import { serviceText, summary } from "./summary.js";

const ZONE = { timeZone: "Asia/Jakarta" };
const CLOCK = new Intl.DateTimeFormat("id-ID", { ...ZONE, hour: "2-digit", minute: "2-digit" });
const DAY = new Intl.DateTimeFormat("id-ID", { ...ZONE, weekday: "long", day: "numeric", month: "long" });

export const clockTime = (seconds) => (seconds ? CLOCK.format(new Date(seconds * 1000)) : "");
const dayOf = (seconds) => (seconds ? DAY.format(new Date(seconds * 1000)) : "");

/** Albums become one block; every other message is its own. */
export function blocksOf(messages) {
  const blocks = [];
  for (const message of messages) {
    const open = blocks.at(-1);
    const album = message.media_group_id;
    if (album && open?.album === album) open.messages.push(message);
    else blocks.push({ key: `m${message.message_id}`, album, messages: [message] });
  }
  return blocks;
}

/** Bring `list` in step with `messages`, touching only the bubbles that changed. */
export function renderMessages(list, messages, context) {
  const known = new Map([...list.children].map((node) => [node.dataset.key, node]));
  const wanted = wantedNodes(messages);
  let previous = null;
  for (const { key, signature, build } of wanted) {
    let node = known.get(key);
    if (!node || node.signature !== signature) {
      const fresh = build(context);
      fresh.dataset.key = key;
      fresh.signature = signature;
      node?.replaceWith(fresh);
      node = fresh;
    }
    known.delete(key);
    const place = previous ? previous.nextSibling : list.firstChild;
    if (place !== node) list.insertBefore(node, place);
    previous = node;
  }
  for (const stale of known.values()) stale.remove();
}

function wantedNodes(messages) {
  const blocks = blocksOf(messages);
  const replies = new Map(messages.map((message) => [message.message_id, message]));
  const wanted = [];
  let day = "";
  blocks.forEach((block, at) => {
    const first = block.messages[0];
    const today = dayOf(first.date);
    const newDay = today && today !== day;
    if (newDay) {
      day = today;
      const build = () => h("li", { class: "day" }, h("span", {}, today));
      wanted.push({ key: `d${today}-${first.message_id}`, signature: today, build });
    }
    const joined = !newDay && sameSender(blocks[at - 1], block);
    const original = replies.get(first.reply_to_message_id);
    const signature = JSON.stringify([block.messages, joined, original && summary(original)]);
    const build = (context) => bubble(block, joined, original, context);
    wanted.push({ key: block.key, signature, build });
  });
  return wanted;
}

function sameSender(before, block) {
  const last = before?.messages.at(-1);
  const first = block.messages[0];
  if (!last || last.service || first.service || last.reply_markup?.inline_keyboard) return false;
  return last.from?.id === first.from?.id && first.date - last.date < 300;
}

function bubble(block, joined, original, context) {
  const message = block.messages[0];
  if (message.service) return service(message);
  const mine = message.from?.id === Number(context.person);
  const captioned = block.messages.find((one) => one.text ?? one.caption) ?? message;
  const more = moreButton(captioned, mine, context);
  const sender = !mine && !joined && Number(context.chat) < 0 && senderLine(message);
  const attributes = {
    class: `message ${mine ? "mine" : "theirs"} ${joined ? "joined" : ""} ${message.protect_content ? "kept" : ""}`,
    data: { messageId: message.message_id },
  };
  return h(
    "li",
    attributes,
    h(
      "div",
      { class: "stack", on: { contextmenu: (event) => openMenu(event, more) } },
      h("div", { class: "line" }, body(block, sender, original, captioned, context), more),
      inlineKeyboard(captioned, context),
    ),
  );
}

function body(block, sender, original, captioned, context) {
  const message = block.messages[0];
  const text = captioned.text ?? captioned.caption;
  const pictures = photos(block.messages);
  const kinds = [
    "bubble",
    pictures && "with-photo",
    pictures && text === undefined && "bare",
    message.sticker && "bare sticker-bubble",
  ];
  return h(
    "div",
    { class: kinds.filter(Boolean).join(" ") },
    sender,
    (original || message.reply_to_message_id) && quote(original, context),
    pictures,
    block.messages.map((one) => (isPicture(one) ? null : attachment(one, context))),
    text !== undefined && h("div", { class: "text" }, rich(captioned.html, text)),
    reactions(block.messages),
    meta(block.messages.at(-1), captioned),
  );
}

function openMenu(event, more) {
  if (event.target.closest("a, img, video, audio") || String(window.getSelection())) return;
  event.preventDefault();
  more.click();
}

function reactions(messages) {
  const given = messages.flatMap((message) => message.reaction ?? []).map((one) => one.emoji ?? "★");
  return given.length > 0 && h("div", { class: "reactions", "aria-label": "Tanggapan" }, given.join(" "));
}

function senderLine(message) {
  const name = message.from?.first_name ?? message.sender_chat?.title ?? "";
  const tint = { "--tint": colourOf(message.from?.id) };
  return h("div", { class: "sender", style: tint }, name, message.from?.is_bot && h("em", {}, "bot"));
}

function service(message) {
  return h("li", { class: "service", data: { messageId: message.message_id } }, h("span", {}, serviceText(message)));
}

function quote(original, context) {
  const words = (text) => h("span", { class: "quote-text" }, text);
  if (!original) return h("div", { class: "quote" }, words("Pesan sudah tidak ada"));
  const click = () => context.jump(original.message_id);
  const name = original.from?.id === Number(context.person) ? "Anda" : original.from?.first_name ?? "";
  return h("button", { type: "button", class: "quote", on: { click } }, h("b", {}, name), words(summary(original)));
}

function meta(message, captioned) {
  const mark = (name, title) => h("span", { class: "mark", role: "img", "aria-label": title, title }, icon(name));
  const sent = message.date ? new Date(message.date * 1000).toISOString() : null;
  return h(
    "div",
    { class: "meta" },
    message.pinned && mark("pin", "Disematkan"),
    message.protect_content && mark("lock", "Terlindung: tidak dapat disalin atau diteruskan"),
    message.silent && mark("silent", "Tanpa bunyi"),
    captioned.edit_date && h("span", { class: "edited" }, "diedit"),
    h("time", { datetime: sent }, clockTime(message.date)),
  );
}

function moreButton(message, mine, context) {
  const text = message.text ?? message.caption;
  const copy = (what, note) => () =>
    navigator.clipboard?.writeText(what).then(() => toast(note, context.host), () => {});
  const items = () => [
    { label: "Balas", icon: "reply", act: () => context.reply(message) },
    mine && message.text !== undefined && { label: "Ubah", icon: "edit", act: () => context.edit(message) },
    text && !message.protect_content && { label: "Salin teks", icon: "copy", act: copy(text, "Teks disalin") },
    {
      label: `Pesan nomor ${message.message_id}`,
      icon: "copy",
      act: copy(String(message.message_id), "Nomor disalin"),
    },
  ];
  const open = () => menu(button, items(), "Tindakan pesan");
  const button = iconButton("more", "Tindakan pesan", open, { extra: "more", "aria-haspopup": "menu" });
  return button;
}
