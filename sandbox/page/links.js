// Deep links of the bot: read here, opened in the sandbox instead of leaving the page.

const PAYLOAD = /^[A-Za-z0-9_-]{1,64}$/;

/**
 * What a pasted link asks for: {kind: "start" | "startgroup" | "profile", payload, admin},
 * or null when it is not a link of this bot.
 */
export function parseDeepLink(text, username) {
  const pasted = String(text ?? "").trim();
  if (PAYLOAD.test(pasted) && !pasted.includes(".")) return { kind: "start", payload: pasted };
  if (pasted.startsWith("?")) return fromQuery(new URLSearchParams(pasted));
  const url = asUrl(pasted);
  if (!url) return null;
  if (url.protocol === "tg:") {
    const query = url.searchParams;
    return sameBot(query.get("domain"), username) ? fromQuery(query) : null;
  }
  if (!["t.me", "telegram.me", "telegram.dog"].includes(url.hostname)) return null;
  return sameBot(url.pathname.split("/")[1], username) ? fromQuery(url.searchParams) : null;
}

export const isBotLink = (address, username) =>
  /^(https?:|tg:)/i.test(address ?? "") && parseDeepLink(address, username) !== null;

function asUrl(text) {
  try {
    return new URL(/^(https?|tg):/i.test(text) ? text : `https://${text}`);
  } catch {
    return null;
  }
}

const sameBot = (name, username) =>
  Boolean(name) && name.replace(/^@/, "").toLowerCase() === String(username ?? "").toLowerCase();

function fromQuery(query) {
  for (const kind of ["startgroup", "start"]) {
    if (query.has(kind)) {
      return { kind, payload: query.get(kind), admin: query.has("admin") || undefined };
    }
  }
  return { kind: "profile", payload: "" };
}
