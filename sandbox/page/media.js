// What a message carries besides text: pictures, files, places, polls, contacts.

import { avatar, h, plural } from "./dom.js";
import { icon, iconButton } from "./icons.js";

/** Files are served by the sandbox itself, so only the path of their address counts. */
function local(url) {
  if (!url) return "";
  const parsed = new URL(url, location.href);
  return parsed.pathname + parsed.search;
}

const single = (value) => (Array.isArray(value) ? value.at(-1) : value);

const movingOf = (message) => message.video ?? message.animation ?? message.video_note;

export const isPicture = (message) => Boolean(message.photo || movingOf(message));

export function photos(messages) {
  const shots = messages.filter(isPicture);
  if (!shots.length) return null;
  const count = Math.min(shots.length, 10);
  return h("div", { class: `photos count-${count}` }, shots.map(shot));
}

function shot(message) {
  const moving = movingOf(message);
  if (moving) {
    const label = moving.name ?? "Video";
    return h("video", { src: local(moving.url), controls: true, preload: "metadata", "aria-label": label });
  }
  const photo = single(message.photo);
  const ratio = photo.width && photo.height ? photo.width / photo.height : 4 / 3;
  const alt = message.caption || "Foto";
  const attributes = {
    type: "button",
    class: "photo",
    "aria-label": "Perbesar foto",
    style: { "--ratio": Math.min(Math.max(ratio, 0.7), 2).toFixed(3) },
    on: { click: () => lightbox(local(photo.url), message.caption, message.protect_content) },
  };
  const kept = message.protect_content ? "false" : null;
  return h("button", attributes, h("img", { src: local(photo.url), alt, draggable: kept }));
}

function lightbox(url, caption, kept) {
  const close = iconButton("close", "Tutup foto", () => dialog.close());
  const on = { click: () => dialog.close(), close: () => dialog.remove() };
  const dialog = h(
    "dialog",
    { class: "lightbox", "aria-label": caption || "Foto", on },
    close,
    h("img", { src: url, alt: caption || "Foto", class: kept ? "kept" : "" }),
    caption && h("p", {}, caption),
  );
  document.body.append(dialog);
  dialog.showModal();
}

export function attachment(message, context) {
  if (message.sticker) return sticker(message.sticker);
  if (message.document) return fileRow(message.document, message.protect_content);
  if (message.voice) return sound(message.voice, "Pesan suara");
  if (message.audio) return sound(message.audio, "Audio");
  if (message.location) return place(message.location);
  if (message.venue) return venue(message.venue);
  if (message.contact) return contact(message.contact);
  if (message.poll) return poll(message, context);
  if (message.dice) return h("div", { class: "dice" }, `${message.dice.emoji} ${message.dice.value}`);
  return null;
}

const sticker = ({ url, emoji }) => h("img", { class: "sticker", src: local(url), alt: `Stiker ${emoji ?? ""}` });

const sound = ({ url }, label) =>
  h("audio", { class: "sound", src: local(url), controls: true, preload: "metadata", "aria-label": label });

const venue = ({ location: point, title, address }) => [place(point), h("b", {}, title), h("div", {}, address)];

export function sizeOf(bytes) {
  if (!bytes) return "";
  const units = ["B", "KB", "MB"];
  const step = Math.min(Math.floor(Math.log(bytes) / Math.log(1024)), 2);
  const value = bytes / 1024 ** step;
  return `${value.toLocaleString("id-ID", { maximumFractionDigits: value < 10 && step ? 1 : 0 })} ${units[step]}`;
}

function fileRow(file, kept) {
  const name = file.name ?? file.file_name ?? "berkas";
  const ending = name.includes(".") ? name.split(".").pop().slice(0, 4).toUpperCase() : "";
  const body = [
    h("span", { class: "file-icon" }, ending || icon("document")),
    h("span", { class: "file-text" }, h("b", {}, name), h("small", {}, sizeOf(file.size ?? file.file_size))),
  ];
  if (kept) return h("div", { class: "file" }, body);
  return h("a", { class: "file", href: local(file.url), download: name, "aria-label": `Unduh ${name}` }, body);
}

function place({ latitude, longitude }) {
  const text = `${Number(latitude).toFixed(5)}, ${Number(longitude).toFixed(5)}`;
  const map = h("div", { class: "map", "aria-hidden": "true" }, h("i"), icon("location", "map-pin"));
  const words = h("div", { class: "place-text" }, icon("location"), h("span", {}, text));
  return h("div", { class: "place" }, map, words);
}

function contact({ first_name: first = "", last_name: last = "", phone_number: phone = "", user_id: id }) {
  const name = `${first} ${last}`.trim();
  const words = h("div", {}, h("b", {}, name), h("div", { class: "phone" }, phone));
  return h("div", { class: "contact" }, avatar(id ?? name.length, name), words);
}

function poll(message, context) {
  const { question, options = [], total_voter_count: total = 0, is_closed: closed } = message.poll;
  const rows = options.map((option, at) => {
    const share = total ? Math.round((100 * (option.voter_count ?? 0)) / total) : 0;
    const inner = [
      h("span", { class: "share" }, `${share}%`),
      h("span", {}, option.text),
      h("i", { class: "bar", style: { "--share": `${share}%` } }),
    ];
    if (closed || !message.from?.is_bot) return h("div", { class: "option" }, inner);
    const click = () => context.vote(message, at);
    return h("button", { type: "button", class: "option", on: { click } }, inner);
  });
  const kind = h("small", {}, pollKind(message.poll));
  return h("div", { class: "poll" }, h("b", {}, question), kind, rows, h("small", {}, plural(total, "suara")));
}

function pollKind({ is_closed: closed, type, allows_multiple_answers: many }) {
  if (closed) return "Jajak pendapat ditutup";
  if (type === "quiz") return "Kuis";
  return many ? "Jajak pendapat · boleh beberapa" : "Jajak pendapat";
}
