// The list on the left: people with their part, and the groups below each of them.

import * as api from "./api.js";
import { clockTime } from "./bubbles.js";
import { ask, complain, menu } from "./dialogs.js";
import { avatar, batched, h, replaceChildren } from "./dom.js";
import { icon, iconButton } from "./icons.js";
import { chatOf, groupsOf, loadPreviews, loadState, nameOf, on, store } from "./store.js";
import { summary } from "./summary.js";

const MANY = 8;
const PREVIEWS = 40;

export function createPeople({ open, isOpen, workshop }) {
  const hint = "Cari orang atau peran";
  const find = h("input", { type: "search", placeholder: hint, "aria-label": hint, on: { input: () => draw() } });
  const search = h("label", { class: "search" }, icon("search"), find);
  const list = h("ul", { class: "people" });
  const add = iconButton("plus", "Tambah orang atau grup", () => addMenu(add), { "aria-haspopup": "menu" });
  const tools = iconButton("wrench", "Bengkel", workshop);
  const title = h("h1", {}, "Kotak pasir");
  const bot = h("p", {});
  const element = h(
    "nav",
    { class: "sidebar", "aria-label": "Orang dan grup" },
    h("header", { class: "side-header" }, h("div", {}, title, bot), tools, add),
    search,
    list,
  );

  function row(person, chat, { group } = {}) {
    const { last, unread: count } = chatOf(person.id, chat);
    const name = group?.title ?? nameOf(person);
    const current = isOpen(person.id, chat);
    const choose = (event) => open(person.id, chat, { beside: event.ctrlKey || event.metaKey });
    const text = h(
      "span",
      { class: "row-text" },
      h("span", { class: "row-top" }, h("span", { class: "name", title: name }, name), h("time", {}, clockTime(last?.date))),
      h(
        "span",
        { class: "row-bottom" },
        !group && person.note && h("span", { class: "note" }, person.note),
        h("span", { class: "preview" }, preview(person, last, group)),
        badge(count),
      ),
    );
    const picture = group
      ? h("span", { class: "group-mark", "aria-hidden": "true" }, icon("group"))
      : avatar(person.id, name);
    const note = person.note ? `, ${person.note}` : "";
    const label = group ? `${nameOf(person)} di ${name}` : `${name}${note}`;
    const main = { type: "button", class: "row-main", "aria-current": current || null, "aria-label": label };
    const beside = () => open(person.id, chat, { beside: true });
    return h(
      "div",
      { class: `row ${group ? "in-group" : ""} ${current ? "current" : ""}`, data: { person: person.id, chat } },
      h("button", { ...main, on: { click: choose } }, picture, text),
      iconButton("beside", `Buka ${label} di samping`, beside, { extra: "beside", title: "Buka di samping" }),
    );
  }

  function preview(person, last, group) {
    if (person.blocked && !group) return h("em", {}, "Bot diblokir");
    if (!last) return group ? "Grup" : h("em", {}, "Belum mulai");
    const own = last.from?.id === person.id && !last.service;
    return `${own ? "Anda: " : ""}${summary(last)}`;
  }

  function draw() {
    const focused = document.activeElement?.closest?.(".row");
    const beside = document.activeElement?.classList?.contains("beside");
    bot.textContent = store.bot.username ? `${store.bot.first_name} · @${store.bot.username}` : "";
    search.hidden = store.people.length <= MANY;
    const wanted = find.value.trim().toLowerCase();
    const words = (person) => `${nameOf(person)} ${person.note ?? ""} ${person.username ?? ""}`.toLowerCase();
    const people = search.hidden ? store.people : store.people.filter((person) => words(person).includes(wanted));
    const nothing = wanted ? "Tidak ada yang cocok." : "Belum ada orang. Tambahkan dengan tombol +.";
    const rows = (person) =>
      [row(person, person.id)].concat(groupsOf(person.id).map((group) => row(person, group.id, { group })));
    replaceChildren(
      list,
      people.map((person) => h("li", {}, rows(person))),
      people.length === 0 && h("li", { class: "nobody" }, nothing),
    );
    if (focused) {
      const { person, chat } = focused.dataset;
      const same = list.querySelector(`.row[data-person="${person}"][data-chat="${chat}"]`);
      same?.querySelector(beside ? ".beside" : ".row-main")?.focus({ preventScroll: true });
    }
  }

  const loadAll = () =>
    Promise.all(store.people.slice(0, PREVIEWS).map(({ id }) => loadPreviews(id).catch(() => {})));
  const redraw = batched(draw);
  on("people", redraw);
  on("refresh", loadAll);
  return { element, draw: redraw, load: loadAll };
}

function badge(count) {
  if (!count) return null;
  return h("span", { class: "badge", "aria-label": `${count} belum dibaca` }, count > 99 ? "99+" : count);
}

function addMenu(anchor) {
  menu(anchor, [
    { label: "Tambah orang…", icon: "person", act: () => addPerson().catch(complain) },
    { label: "Tambah grup…", icon: "group", act: () => addGroup().catch(complain) },
  ], "Tambah");
}

async function addPerson() {
  const answer = await ask({
    title: "Tambah orang",
    fields: [
      { name: "first_name", label: "Nama", required: true },
      { name: "note", label: "Peran", hint: "Misalnya Kader, Aktivis PATBM, PLKB" },
    ],
    ok: "Tambah",
  });
  if (!answer?.first_name.trim()) return;
  await api.addPerson({ first_name: answer.first_name.trim(), note: answer.note.trim() || undefined });
  await loadState();
}

async function addGroup() {
  const options = store.people.map((person) => ({ value: person.id, label: nameOf(person), checked: true }));
  const answer = await ask({
    title: "Tambah grup",
    fields: [
      { name: "title", label: "Nama grup", required: true },
      { name: "members", label: "Anggota", type: "checks", options },
    ],
    ok: "Tambah",
  });
  if (!answer?.title.trim()) return;
  await api.addGroup({ title: answer.title.trim(), members: answer.members.map(Number) });
  await loadState();
}
