// One open chat: who is playing, the messages, and the composer, in a column of its own.

import * as api from "./api.js";
import { renderMessages } from "./bubbles.js";
import { chatMenu, openDeepLink } from "./chatmenu.js";
import { createComposer } from "./composer.js";
import { complain } from "./dialogs.js";
import { avatar, batched, h, plural, replaceChildren } from "./dom.js";
import { icon, iconButton } from "./icons.js";
import { isBotLink } from "./links.js";
import { chatOf, groupOf, isPrivate, loadMessages, markRead, nameOf, on, personOf, store } from "./store.js";
import { summary } from "./summary.js";

const NEAR = 120;

export function createColumn({ person, chat, close, back, open }) {
  const list = h("ol", { class: "messages" });
  const dots = [1, 2, 3].map(() => h("i"));
  const typing = h("div", { class: "typing", hidden: true, "aria-label": "Bot sedang mengetik" }, dots);
  const live = { role: "log", "aria-live": "polite", "aria-label": "Pesan", tabindex: 0 };
  const scroller = h("div", { class: "scroller", ...live }, h("div", { class: "filler" }), list, typing);
  const header = h("header", { class: "chat-header" });
  const pinned = h("button", { type: "button", class: "pinned", hidden: true });
  const kind = isPrivate(person, chat) ? "" : "in-group";
  const element = h("section", { class: `column ${kind}`, data: { person, chat } });
  const composer = createComposer({ person, chat, host: element });
  const down = iconButton("down", "Ke pesan terbaru", () => toEnd(true), { extra: "down", hidden: true });
  element.append(header, pinned, h("div", { class: "stage" }, scroller, down), composer.element);

  const context = {
    person, chat, host: element,
    reply: composer.reply, edit: composer.edit, jump,
    vote: (message, at) =>
      api
        .vote(person, chat, { message_id: message.message_id, options: [at] })
        .catch((error) => complain(error, element)),
    openLink: (address) => openDeepLink(address, { person, open, host: element }),
  };

  const below = () => scroller.scrollHeight - scroller.scrollTop - scroller.clientHeight;
  const toEnd = (smooth) =>
    scroller.scrollTo({ top: scroller.scrollHeight, behavior: smooth ? "smooth" : "instant" });
  let stuck = true;

  function draw() {
    const { messages, loaded } = chatOf(person, chat);
    drawHeader();
    drawPinned(messages);
    renderMessages(list, messages, context);
    list.classList.toggle("empty", loaded && messages.length === 0);
    composer.update(messages);
    if (stuck) toEnd();
    const seen = document.visibilityState === "visible" && element.offsetParent !== null;
    if (seen) markRead(person, chat);
  }

  let shown = "";
  function drawHeader() {
    const who = personOf(person) ?? { first_name: "?" };
    const group = isPrivate(person, chat) ? null : groupOf(chat);
    const fresh = JSON.stringify([who, group, store.bot.first_name]);
    if (fresh === shown) return;
    shown = fresh;
    const bot = store.bot.first_name ?? "Bot";
    const where = group ? `${group.title} · ${plural(group.members?.length ?? 0, "anggota")}` : bot;
    element.setAttribute("aria-label", `${nameOf(who)}: ${group?.title ?? bot}`);
    const actions = () => chatMenu(more, { person, chat, open, host: element });
    const more = iconButton("more", "Tindakan obrolan", actions, { "aria-haspopup": "menu" });
    replaceChildren(
      header,
      iconButton("back", "Kembali ke daftar", back, { extra: "back" }),
      avatar(person, nameOf(who)),
      h(
        "div",
        { class: "who" },
        h("h2", {}, nameOf(who)),
        h(
          "p",
          {},
          who.note && h("span", { class: "note" }, who.note),
          icon(group ? "group" : "bot"),
          h("span", {}, where),
        ),
      ),
      more,
      iconButton("close", "Tutup kolom", close, { extra: "close" }),
    );
  }

  function drawPinned(messages) {
    const message = messages.findLast((one) => one.pinned);
    pinned.hidden = !message;
    if (!message) return;
    const words = h("span", { class: "quote-text" }, summary(message));
    replaceChildren(pinned, icon("pin"), h("span", {}, h("b", {}, "Pesan tersemat"), words));
    pinned.onclick = () => jump(message.message_id);
  }

  function jump(id) {
    const node = list.querySelector(`[data-message-id="${Number(id)}"]`);
    if (!node) return;
    stuck = false;
    node.scrollIntoView({ block: "center", behavior: "smooth" });
    node.classList.remove("flash");
    void node.offsetWidth;
    node.classList.add("flash");
  }

  function onClick(event) {
    const link = event.target.closest("a");
    if (!link) return;
    if (link.dataset.command) {
      event.preventDefault();
      composer.send({ kind: "text", text: link.dataset.command });
    } else if (isBotLink(link.getAttribute("href"), store.bot.username)) {
      event.preventDefault();
      context.openLink(link.getAttribute("href"));
    }
  }

  const redraw = batched(draw);
  const load = () => loadMessages(person, chat).catch((error) => complain(error, element));
  const heard = (event) => {
    if (event?.message?.from?.id === Number(person) && event.kind === "message") stuck = true;
    if (event?.message?.from?.is_bot) typing.hidden = true;
    if (event && event.kind !== "deleted" && !event.message && !isTyping(event)) load();
    redraw();
  };
  const isTyping = (event) => ["typing", "chat_action", "callback_answer"].includes(event.kind);
  const stops = [
    on(`chat:${Number(chat)}`, heard),
    on("people", redraw),
    on("refresh", load),
    on("event", (event) => {
      if (!["typing", "chat_action"].includes(event.kind) || Number(event.chat_id) !== Number(chat)) return;
      typing.hidden = false;
      setTimeout(() => (typing.hidden = true), 5000);
      if (stuck) toEnd();
    }),
  ];
  list.addEventListener("click", onClick);
  scroller.addEventListener("scroll", () => {
    stuck = below() < NEAR;
    down.hidden = stuck;
  }, { passive: true });
  const resized = new ResizeObserver(() => stuck && toEnd());
  [scroller, list].forEach((node) => resized.observe(node));

  draw();
  load();
  return {
    element, person, chat, focus: composer.focus, draw: redraw,
    destroy: () => {
      stops.forEach((stop) => stop());
      resized.disconnect();
      element.remove();
    },
  };
}

