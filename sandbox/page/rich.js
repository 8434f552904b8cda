// Formatted text: the sandbox's own html through a short allow-list, with tappable commands and links.

const ALLOWED = new Set([
  "B", "STRONG", "I", "EM", "U", "INS", "S", "STRIKE", "DEL", "CODE", "PRE", "A", "BR",
  "SPAN", "TG-SPOILER", "TG-EMOJI", "BLOCKQUOTE",
]);
const SAFE_LINK = /^(https?:|tg:|mailto:|tel:)/i;
const ADDRESS = String.raw`(https?:\/\/[^\s<>"]+[^\s<>".,;:!?)\]])`;
const BARE = String.raw`((?<![\w\/.])t\.me\/[\w\/?=&+\-]+)`;
const COMMAND = String.raw`((?<![\w\/])\/[a-zA-Z0-9_]{1,32}(?:@\w+)?(?![\w\/]))`;
const TAPPABLE = new RegExp(`${ADDRESS}|${BARE}|${COMMAND}`, "g");

/** A fragment from html of the sandbox, or from plain text when there is none. */
export function rich(html, text) {
  const fragment = document.createDocumentFragment();
  if (typeof html === "string") {
    const parsed = new DOMParser().parseFromString(html, "text/html");
    copyChildren(parsed.body, fragment, true);
  } else {
    appendText(fragment, text ?? "", true);
  }
  return fragment;
}

function copyChildren(from, to, tappable) {
  for (const node of from.childNodes) {
    if (node.nodeType === Node.TEXT_NODE) appendText(to, node.data, tappable);
    else if (node.nodeType === Node.ELEMENT_NODE) copyElement(node, to, tappable);
  }
}

function copyElement(node, to, tappable) {
  if (!ALLOWED.has(node.tagName)) {
    copyChildren(node, to, tappable);
    return;
  }
  const spoiler = node.tagName === "TG-SPOILER" || /(^|\s)(tg-)?spoiler(\s|$)/.test(node.className);
  const copy = document.createElement(spoiler ? "span" : plainTag(node.tagName));
  if (spoiler) hide(copy);
  if (node.tagName === "A") setLink(copy, node.getAttribute("href") ?? "");
  if (node.classList.contains("expandable") || node.hasAttribute("expandable")) fold(copy);
  copyChildren(node, copy, tappable && !["A", "CODE", "PRE"].includes(node.tagName));
  to.append(copy);
}

const plainTag = (tag) => (tag === "TG-EMOJI" ? "span" : tag.toLowerCase());

function hide(element) {
  element.className = "spoiler";
  element.tabIndex = 0;
  element.setAttribute("role", "button");
  element.setAttribute("aria-label", "Teks tersembunyi, tekan untuk membuka");
  const show = () => {
    element.classList.add("shown");
    element.removeAttribute("role");
    element.removeAttribute("aria-label");
  };
  element.addEventListener("click", show);
  element.addEventListener("keydown", (event) => event.key === "Enter" && show());
}

function fold(element) {
  element.className = "folded";
  element.tabIndex = 0;
  const toggle = () => element.classList.toggle("folded");
  element.addEventListener("click", toggle);
  element.addEventListener("keydown", (event) => event.key === "Enter" && toggle());
}

function setLink(element, address) {
  if (!SAFE_LINK.test(address)) return;
  element.href = address;
  element.target = "_blank";
  element.rel = "noopener noreferrer";
}

function appendText(to, text, tappable) {
  if (!tappable) {
    to.append(text);
    return;
  }
  let at = 0;
  for (const match of text.matchAll(TAPPABLE)) {
    to.append(text.slice(at, match.index), tappableNode(match));
    at = match.index + match[0].length;
  }
  to.append(text.slice(at));
}

function tappableNode([whole, , bare, command]) {
  const link = document.createElement("a");
  link.textContent = whole;
  if (command) {
    link.href = "#";
    link.dataset.command = whole;
  } else {
    setLink(link, bare ? `https://${whole}` : whole);
  }
  return link;
}
