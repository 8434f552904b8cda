// The page itself: which chats are open, kept in the address so that a reload keeps them.

import { createColumn } from "./column.js";
import { complain } from "./dialogs.js";
import { h, onPhone } from "./dom.js";
import { icon } from "./icons.js";
import { createPeople } from "./people.js";
import { groupOf, loadState, on, personOf, store } from "./store.js";
import { connect } from "./stream.js";
import { createWorkshop } from "./workshop.js";

const root = document.getElementById("app");
const bar = h("div", { class: "reconnecting", role: "status", hidden: true }, h("i"), "Menyambung kembali…");
const deck = h("main", { class: "deck" });
let columns = [];
let active = "";

const keyOf = (person, chat) => `${Number(person)}:${Number(chat)}`;

function openKeys() {
  const text = decodeURIComponent(location.hash.slice(1));
  return [...new Set(text.split("/").filter((part) => /^\d+:-?\d+$/.test(part)))];
}

function setKeys(keys) {
  const hash = keys.length ? `#${keys.join("/")}` : "#";
  if (location.hash === hash || (hash === "#" && !location.hash)) route();
  else location.hash = hash;
}

function open(person, chat, { beside = false } = {}) {
  const key = keyOf(person, chat);
  const keys = openKeys();
  if (!keys.includes(key)) {
    if (onPhone() || keys.length === 0) keys.splice(0, keys.length, key);
    else if (beside) keys.push(key);
    else keys[Math.max(keys.indexOf(active), 0)] = key;
  }
  active = key;
  setKeys(keys);
  columns.find((column) => column.key === key)?.focus();
}

function close(key) {
  setKeys(openKeys().filter((other) => other !== key));
}

/** A group that became a supergroup has a new number: open chats go along. */
function follow(from, to) {
  setKeys(openKeys().map((key) => (key.endsWith(`:${from}`) ? key.replace(`:${from}`, `:${to}`) : key)));
}

const exists = (key) => {
  const [person, chat] = key.split(":").map(Number);
  return Boolean(personOf(person)) && (person === chat || Boolean(groupOf(chat)));
};

function route() {
  const keys = openKeys().filter(exists);
  columns.filter((column) => !keys.includes(column.key)).forEach((column) => column.destroy());
  columns = keys.map((key) => columns.find((column) => column.key === key) ?? build(key));
  columns.forEach((column, at) => {
    if (deck.children[at] !== column.element) deck.insertBefore(column.element, deck.children[at] ?? null);
  });
  setActive(keys.includes(active) ? active : keys.at(-1) ?? "");
  root.classList.toggle("chatting", keys.length > 0);
  people.draw();
}

function build(key) {
  const [person, chat] = key.split(":").map(Number);
  const column = createColumn({ person, chat, open, close: () => close(key), back: () => setKeys([]) });
  column.element.addEventListener("focusin", () => setActive(key));
  column.element.addEventListener("pointerdown", () => setActive(key));
  return Object.assign(column, { key });
}

function setActive(key) {
  active = key;
  for (const column of columns) column.element.classList.toggle("active", column.key === key);
}

function welcome() {
  return h(
    "div",
    { class: "welcome" },
    h("span", { class: "welcome-mark" }, icon("bot")),
    h("h2", {}, "Pilih orang di kiri"),
    h(
      "p",
      {},
      "Setiap orang punya obrolannya sendiri dengan bot. Buka beberapa sekaligus dengan tombol ",
      icon("beside"),
      " supaya terlihat bagaimana pesan sampai dari satu orang ke orang lain.",
    ),
  );
}

const workshop = createWorkshop();
const people = createPeople({
  open,
  isOpen: (person, chat) => columns.some((column) => column.key === keyOf(person, chat)),
  workshop: () => workshop.toggle(),
});

root.append(bar, people.element, deck, workshop.element);
deck.append(welcome());
window.addEventListener("hashchange", route);
document.addEventListener("visibilitychange", () => columns.forEach((column) => column.draw()));
on("connection", (online) => (bar.hidden = online));
on("refresh", route);
on("event", (event) => {
  const moved = event.message?.migrate_to_chat_id;
  if (moved) loadState().then(() => follow(event.chat_id, moved)).catch(() => {});
  const unknown = event.chat_id < 0 ? !groupOf(event.chat_id) : event.chat_id && !personOf(event.chat_id);
  if (event.kind === "chat" || unknown) loadState().then(route).catch(() => {});
});

connect();
try {
  await loadState();
} catch (error) {
  complain(error);
}
route();
people.load();
document.title = store.bot.first_name ? `${store.bot.first_name} · Kotak pasir` : document.title;
