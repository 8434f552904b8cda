// What the page knows: people, groups and messages, kept in step with the sandbox's events.

import * as api from "./api.js";

const RECENT = 400;

export const store = { bot: {}, people: [], groups: [], chats: new Map(), online: true };

const listeners = new Map();
let recent = [];

/** Hear of "people", "connection", "event" or "chat:<id>"; returns the way to stop. */
export function on(kind, listener) {
  if (!listeners.has(kind)) listeners.set(kind, new Set());
  listeners.get(kind).add(listener);
  return () => listeners.get(kind)?.delete(listener);
}

export function emit(kind, detail) {
  for (const listener of [...(listeners.get(kind) ?? [])]) listener(detail);
}

export const personOf = (id) => store.people.find((person) => person.id === Number(id));
export const groupOf = (id) => store.groups.find((group) => group.id === Number(id));
export const nameOf = (person) =>
  [person?.first_name, person?.last_name].filter(Boolean).join(" ") || "Tanpa nama";
export const isPrivate = (person, chat) => Number(person) === Number(chat);
export const groupsOf = (person) =>
  store.groups.filter((group) => (group.members ?? []).includes(Number(person)));

/** What one person sees of a chat; in a group some messages are for one person alone. */
export function chatOf(person, id) {
  const key = `${Number(person)}:${Number(id)}`;
  if (!store.chats.has(key)) {
    const empty = { messages: [], loaded: false, last: null, unread: 0 };
    store.chats.set(key, { person: Number(person), id: Number(id), ...empty });
  }
  return store.chats.get(key);
}

const onlyFor = (event) => Number(event.person ?? event.message?.only_for ?? 0);

function viewsOf(id, person) {
  const members = id > 0 ? [id] : (groupOf(id)?.members ?? []);
  for (const member of members) chatOf(member, id);
  const views = [...store.chats.values()].filter((chat) => chat.id === id);
  return person ? views.filter((chat) => chat.person === person) : views;
}

export async function loadState() {
  const { bot, people, groups } = await api.state();
  Object.assign(store, { bot: bot ?? {}, people: people ?? [], groups: groups ?? [] });
  emit("people");
}

export async function loadMessages(person, id) {
  const { seq = 0, messages = [] } = await api.messages(person, id);
  const chat = chatOf(person, id);
  chat.messages = [...messages].sort((a, b) => a.message_id - b.message_id);
  chat.loaded = true;
  for (const event of recent) {
    const mine = !onlyFor(event) || onlyFor(event) === chat.person;
    if (event.seq > seq && Number(event.chat_id) === chat.id && mine) applyToMessages(chat, event);
  }
  chat.last = chat.messages.at(-1) ?? null;
  emit(`chat:${chat.id}`);
  emit("people");
}

/** The last message of each chat of a person, for the list on the left. */
export async function loadPreviews(person) {
  const answer = await api.chats(person);
  for (const entry of answer.chats ?? answer ?? []) {
    const chat = chatOf(person, entry.id ?? entry.chat_id);
    const last = entry.last_message ?? entry.last ?? null;
    if (last && !chat.loaded) chat.last = last;
  }
  emit("people");
}

export function forgetAll() {
  recent = [];
  for (const chat of store.chats.values()) Object.assign(chat, { loaded: false, last: null });
}

export function applyEvent(event) {
  recent.push(event);
  if (recent.length > RECENT) recent = recent.slice(-RECENT / 2);
  emit("event", event);
  if (event.chat_id === undefined || event.chat_id === null) return;
  const id = Number(event.chat_id);
  for (const chat of viewsOf(id, onlyFor(event))) {
    if (event.kind === "message" && event.message) arrived(chat, event.message);
    applyToMessages(chat, event);
  }
  emit(`chat:${id}`, event);
  emit("people");
}

function arrived(chat, message) {
  chat.last = message;
  if (message.from?.id !== chat.person) chat.unread += 1;
}

function applyToMessages(chat, event) {
  const id = event.message_id ?? event.message?.message_id;
  if (event.kind === "deleted") {
    const gone = new Set([id, ...(event.message_ids ?? [])]);
    chat.messages = chat.messages.filter((message) => !gone.has(message.message_id));
    if (chat.last && gone.has(chat.last.message_id)) chat.last = chat.messages.at(-1) ?? null;
  } else if (event.message && event.message.message_id !== undefined) {
    upsert(chat, event.message);
  }
}

function upsert(chat, message) {
  const at = chat.messages.findIndex((known) => known.message_id === message.message_id);
  if (at >= 0) chat.messages[at] = message;
  else {
    chat.messages.push(message);
    chat.messages.sort((a, b) => a.message_id - b.message_id);
  }
  if (chat.last?.message_id === message.message_id) chat.last = message;
}

export function markRead(person, id) {
  const chat = chatOf(person, id);
  if (!chat.unread) return;
  chat.unread = 0;
  emit("people");
}
