// A message in a few words: for lists, quotes, and what happened in a group.

const KINDS = [
  ["photo", "Foto"], ["video", "Video"], ["animation", "Animasi"], ["video_note", "Pesan video"],
  ["voice", "Pesan suara"], ["audio", "Audio"], ["sticker", "Stiker"], ["location", "Lokasi"],
  ["venue", "Tempat"], ["contact", "Kontak"], ["poll", "Jajak pendapat"], ["dice", "Dadu"],
];

/** A message in one line, for lists and quotes. */
export function summary(message) {
  if (!message) return "";
  if (message.service) return serviceText(message);
  const text = message.text ?? message.caption;
  const file = message.document && !message.animation ? message.document.name || "Dokumen" : "";
  const kind = KINDS.find(([name]) => message[name])?.[1] ?? file;
  if (kind && text) return `${kind} · ${text}`;
  return kind || text || "Pesan";
}

/** What a service message says; the sandbox names its kind in one word. */
export function serviceText(message) {
  const who = message.from?.first_name ?? "Seseorang";
  switch (message.service) {
    case "joined":
      return joined(who, message);
    case "left":
      return left(who, message);
    case "upgraded":
      return "Grup ini menjadi supergrup";
    case "pinned":
      return `${who} menyematkan pesan`;
    case "created":
      return `${who} membuat grup`;
    case "topic":
      return `${who} membuat topik`;
    default:
      return String(message.service);
  }
}

function joined(who, { from, new_chat_members: newcomers = [] }) {
  const others = newcomers.filter((user) => user.id !== from?.id).map((user) => user.first_name);
  return others.length ? `${who} menambahkan ${others.join(", ")}` : `${who} bergabung`;
}

function left(who, { from, left_chat_member: gone }) {
  return !gone || gone.id === from?.id ? `${who} keluar` : `${who} mengeluarkan ${gone.first_name}`;
}
