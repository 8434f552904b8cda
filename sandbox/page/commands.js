// The bot's commands: suggested while one is being typed.

import { h, replaceChildren } from "./dom.js";
import { isPrivate, loadState, personOf, store } from "./store.js";

const FALLBACK = [{ command: "start", description: "Mulai" }];

/** The commands for this person in this chat: [{command, description}]. */
export function knownCommands(person, chat) {
  const { commands = [] } = store.bot;
  const list = Array.isArray(commands) ? commands : narrowest(commands, person, chat);
  return list.length ? list : FALLBACK;
}

/** Telegram's rule: the narrowest scope wins, and in it the person's language. */
function narrowest(lists, person, chat) {
  const known = Object.entries(lists).map(([key, list]) => {
    const [scope, language] = JSON.parse(key);
    return { ...Object.fromEntries(scope), language, list };
  });
  const wide = isPrivate(person, chat) ? "all_private_chats" : "all_group_chats";
  const scopes = [
    (one) => one.type === "chat_member" && one.chat_id === Number(chat) && one.user_id === Number(person),
    (one) => one.type === "chat" && one.chat_id === Number(chat),
    (one) => one.type === wide,
    (one) => one.type === "default",
  ];
  for (const fits of scopes) {
    for (const language of [personOf(person)?.language_code, ""]) {
      const found = known.find((one) => fits(one) && one.language === language);
      if (found) return found.list;
    }
  }
  return [];
}

/** A list above the text box; `choose(text)` is called with the command that was picked. */
export function createSuggestions({ person, chat, choose }) {
  const element = h("div", { class: "suggestions", role: "listbox", "aria-label": "Perintah bot", hidden: true });
  let shown = [];
  let at = -1;

  function update(text) {
    const begun = /^\/\w*$/.test(text) ? text.slice(1).toLowerCase() : null;
    const fits = ({ command }) => command.startsWith(begun);
    shown = begun === null ? [] : knownCommands(person, chat).filter(fits).slice(0, 8);
    at = -1;
    draw();
  }

  async function show() {
    if (shown.length) {
      hide();
      return;
    }
    await loadState().catch(() => {}); // the bot may have changed its commands
    shown = knownCommands(person, chat);
    at = -1;
    draw();
  }

  function hide() {
    shown = [];
    draw();
  }

  function draw() {
    element.hidden = shown.length === 0;
    replaceChildren(element, shown.map(row));
    element.querySelector("[aria-selected=true]")?.scrollIntoView({ block: "nearest" });
  }

  function row({ command, description }, index) {
    const attributes = {
      type: "button", role: "option", tabindex: -1, "aria-selected": String(index === at),
      on: { click: () => pick(index) },
    };
    return h("button", attributes, h("b", {}, `/${command}`), h("span", {}, description ?? ""));
  }

  function pick(index) {
    const { command } = shown[index];
    hide();
    choose(`/${command}`);
  }

  /** Takes the arrow keys, Enter, Tab and Escape while a list is open; true if it did. */
  function onKey(event) {
    if (element.hidden) return false;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) {
      at = (at + step + shown.length + (at < 0 && step < 0 ? 1 : 0)) % shown.length;
      draw();
    } else if (event.key === "Escape") {
      hide();
    } else if (event.key === "Tab" || (event.key === "Enter" && at >= 0)) {
      pick(Math.max(at, 0));
    } else {
      return false;
    }
    event.preventDefault();
    return true;
  }

  return { element, update, show, hide, onKey };
}
