// The attach menu: everything a person can send that is not text.

import { ask, complain, menu } from "./dialogs.js";
import { h } from "./dom.js";
import { PLACES, fileOf, sampleDocument, samplePhoto, sampleSticker, sampleVoice } from "./samples.js";
import { personOf } from "./store.js";

/** `send(what)` posts one thing as the person of this chat. */
export function attachMenu(anchor, { person, send, host }) {
  const act = (work) => () => work().catch((error) => complain(error, host));
  const sample = (kind, make) => act(async () => send(oneFile(kind, await make())));
  menu(anchor, [
    { label: "Contoh foto", icon: "photo", act: sample("photo", samplePhoto) },
    { label: "Foto atau video…", hint: "dari berkas", icon: "video", act: act(() => pickMedia(send)) },
    { label: "Album contoh foto…", icon: "album", act: act(() => sendAlbum(send)) },
    { label: "Contoh dokumen", icon: "document", act: sample("document", sampleDocument) },
    { label: "Dokumen…", hint: "dari berkas", icon: "document", act: act(() => pickDocument(send)) },
    { label: "Lokasi…", icon: "location", act: act(() => sendPlace(send)) },
    { label: "Kontak saya", icon: "contact", act: act(() => sendContact(person, send)) },
    { label: "Pesan suara", icon: "voice", act: sample("voice", sampleVoice) },
    { label: "Stiker", icon: "sticker", act: sample("sticker", sampleSticker) },
    { label: "Jajak pendapat…", icon: "poll", act: act(() => sendPoll(send)) },
  ], "Lampirkan");
}

const oneFile = (kind, file) => ({ kind, files: [file] });

function pick(accept) {
  return new Promise((resolve) => {
    const input = h("input", { type: "file", multiple: true, accept, hidden: true });
    input.addEventListener("change", () => resolve([...input.files]));
    input.addEventListener("cancel", () => resolve([]));
    document.body.append(input);
    input.click();
    input.remove();
  });
}

async function pickMedia(send) {
  await sendMedia(await pick("image/*,video/*"), send);
}

/** Pictures and videos: one as itself, several as albums of at most ten. */
export async function sendMedia(chosen, send) {
  if (!chosen.length) return;
  const files = await Promise.all(chosen.map((file) => fileOf(file)));
  if (files.length === 1) {
    const kind = files[0].mime.startsWith("video/") ? "video" : "photo";
    const answer = await ask({
      title: kind === "video" ? "Kirim video" : "Kirim foto",
      text: files[0].name,
      fields: [{ name: "caption", label: "Keterangan (boleh kosong)", multiline: true }],
      ok: "Kirim",
    });
    if (answer) await send(oneFile(kind, { ...files[0], caption: answer.caption || undefined }));
    return;
  }
  for (let at = 0; at < files.length; at += 10) {
    await send({ kind: "album", files: files.slice(at, at + 10) });
  }
}

async function pickDocument(send) {
  for (const file of await pick("")) await send(oneFile("document", await fileOf(file)));
}

async function sendAlbum(send) {
  const answer = await ask({
    title: "Album contoh foto",
    fields: [
      { name: "count", label: "Berapa foto (2–10)", type: "number", value: 3 },
      { name: "caption", label: "Keterangan (boleh kosong)" },
    ],
    ok: "Kirim",
  });
  if (!answer) return;
  const count = Math.min(Math.max(Math.round(Number(answer.count)) || 3, 2), 10);
  const files = [];
  for (let at = 0; at < count; at++) {
    files.push(samplePhoto(at === 0 && answer.caption ? answer.caption : undefined));
  }
  await send({ kind: "album", files });
}

async function sendPlace(send) {
  const options = PLACES.map((place, at) => ({ value: String(at), label: place.name }));
  const answer = await ask({
    title: "Kirim lokasi",
    fields: [
      { name: "place", label: "Tempat", options: [...options, { value: "own", label: "Titik lain (isi di bawah)" }] },
      { name: "latitude", label: "Lintang", type: "number", value: PLACES[0].latitude },
      { name: "longitude", label: "Bujur", type: "number", value: PLACES[0].longitude },
    ],
    ok: "Kirim",
  });
  if (!answer) return;
  const { latitude, longitude } = answer.place === "own" ? answer : PLACES[Number(answer.place)];
  await send({ kind: "location", latitude: Number(latitude), longitude: Number(longitude) });
}

export const samplePlace = () => ({ kind: "location", latitude: PLACES[0].latitude, longitude: PLACES[0].longitude });

/** The person's own contact, with a number that can belong to nobody. */
export function ownContact(id) {
  const person = personOf(id) ?? {};
  const number = String(person.phone_number ?? `+62800${String(id).padStart(7, "0").slice(-7)}`);
  const name = { first_name: person.first_name ?? "", last_name: person.last_name };
  return { kind: "contact", phone_number: number, ...name, user_id: Number(id) };
}

const sendContact = async (person, send) => send(ownContact(person));

async function sendPoll(send) {
  const answer = await ask({
    title: "Jajak pendapat",
    fields: [
      { name: "question", label: "Pertanyaan", value: "Kapan kita bertemu?" },
      { name: "options", label: "Pilihan, satu per baris", value: "Senin\nRabu\nJumat", multiline: true },
    ],
    ok: "Kirim",
  });
  if (!answer) return;
  const options = answer.options.split("\n").map((line) => line.trim()).filter(Boolean);
  await send({ kind: "poll", question: answer.question, options });
}
