// What a person can do with a chat: open links, block the bot, move it in and out of groups.

import * as api from "./api.js";
import { ask, complain, menu, toast } from "./dialogs.js";
import { parseDeepLink } from "./links.js";
import { groupOf, groupsOf, isPrivate, loadState, personOf, store } from "./store.js";

const IN_GROUP = new Set(["member", "administrator", "creator", "restricted"]);

export function chatMenu(anchor, { person, chat, open, host }) {
  const act = (work) => () => work().then(loadState).catch((error) => complain(error, host));
  const items = isPrivate(person, chat)
    ? privateItems(person, act)
    : groupItems(person, groupOf(chat) ?? { id: chat }, act, host);
  const link = { label: "Buka tautan…", icon: "link", act: () => pasteLink({ person, open, host }) };
  menu(anchor, [link, ...items], "Tindakan obrolan");
}

function privateItems(person, act) {
  const blocked = personOf(person)?.blocked;
  return [
    { label: "Kirim /start", icon: "start", act: act(() => api.start(person)) },
    blocked
      ? { label: "Buka blokir bot", icon: "check", act: act(() => api.unblock(person)) }
      : { label: "Blokir bot", icon: "block", danger: true, act: act(() => api.block(person)) },
  ];
}

function groupItems(person, group, act, host) {
  const inside = IN_GROUP.has(group.bot_status);
  const member = (group.members ?? []).includes(Number(person));
  const run = (name, body) => act(() => api.inGroup(person, group.id, name, body));
  const kick = { label: "Keluarkan bot", icon: "trash", danger: true, act: run("kick_bot") };
  const adds = [
    { label: "Tambahkan bot", icon: "plus", act: run("add_bot") },
    { label: "Tambahkan bot sebagai admin", icon: "plus", act: run("add_bot", { admin: true }) },
  ];
  const upgrade = { label: "Jadikan supergrup", icon: "group", act: run("migrate") };
  const door = member
    ? { label: "Keluar dari grup", icon: "leave", danger: true, act: run("leave") }
    : { label: "Bergabung", icon: "plus", act: run("join") };
  const copy = () => navigator.clipboard?.writeText(String(group.id)).then(() => toast("Nomor grup disalin", host));
  return [
    ...(inside ? [] : adds),
    group.type !== "supergroup" && upgrade,
    { label: `Grup nomor ${group.id}`, icon: "copy", act: copy },
    inside && kick,
    door,
  ];
}

export async function pasteLink({ person, open, host }) {
  const answer = await ask({
    title: "Buka tautan",
    text: `Dibuka sebagai ${personOf(person)?.first_name ?? "orang ini"}.`,
    fields: [{
      name: "link", label: "Tautan atau kode undangan", required: true,
      hint: `Misalnya https://t.me/${store.bot.username ?? "bot"}?start=KODE`,
    }],
    ok: "Buka",
  });
  if (answer?.link) await openDeepLink(answer.link, { person, open, host });
}

/** Follow a link of this bot as `person`: start with its payload, or choose a group for it. */
export async function openDeepLink(address, { person, open, host }) {
  const link = parseDeepLink(address, store.bot.username);
  if (!link) {
    toast("Itu bukan tautan bot ini.", host, "error");
    return;
  }
  try {
    if (link.kind === "startgroup") await intoGroup(link, { person, open });
    else {
      open(person, person);
      if (link.kind === "start") await api.start(person, link.payload);
    }
  } catch (error) {
    complain(error, host);
  }
}

async function intoGroup({ payload, admin }, { person, open }) {
  const groups = groupsOf(person);
  if (!groups.length) throw new Error("Orang ini belum ada di grup mana pun.");
  const answer = await ask({
    title: "Tambahkan bot ke grup",
    fields: [{ name: "group", label: "Grup", options: groups.map(({ id, title }) => ({ value: id, label: title })) }],
    ok: "Tambahkan",
  });
  if (!answer) return;
  await api.inGroup(person, answer.group, "add_bot", { payload: payload || undefined, admin });
  await loadState();
  open(person, Number(answer.group));
}
