// Building elements without a framework: text always becomes text nodes, never markup.

export function h(tag, props = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(props ?? {})) setProp(element, name, value);
  append(element, children);
  return element;
}

function setProp(element, name, value) {
  if (value === undefined || value === null || value === false) return;
  if (name === "on") {
    for (const [type, listener] of Object.entries(value)) element.addEventListener(type, listener);
  } else if (name === "data") {
    Object.assign(element.dataset, value);
  } else if (name === "style") {
    for (const [key, part] of Object.entries(value)) element.style.setProperty(key, part);
  } else if (name === "value") {
    element.value = value;
  } else {
    element.setAttribute(name, value === true ? "" : String(value));
  }
}

function append(element, children) {
  for (const child of children.flat(Infinity)) {
    if (child === null || child === undefined || child === false) continue;
    element.append(child instanceof Node ? child : String(child));
  }
}

export function replaceChildren(element, ...children) {
  element.replaceChildren();
  append(element, children);
}

export const onPhone = () => window.matchMedia("(max-width: 719px)").matches;

/** Call `work` once, shortly after the last of many requests in the same burst. */
export function batched(work, delay = 16) {
  let timer = 0;
  return () => {
    if (timer) return;
    timer = setTimeout(() => {
      timer = 0;
      work();
    }, delay);
  };
}

const PALETTE = ["#c2410c", "#7c3aed", "#0f766e", "#1d6fb8", "#be185d", "#4d7c0f", "#b45309", "#4338ca"];

export const colourOf = (id) => PALETTE[Math.abs(Number(id) || 0) % PALETTE.length];

function initials(name) {
  const words = String(name || "?").trim().split(/\s+/);
  const letters = words.length > 1 ? [words[0], words[words.length - 1]] : words;
  return letters.map((word) => Array.from(word)[0] ?? "").join("").toUpperCase() || "?";
}

export function avatar(id, name, size = "") {
  const attributes = { class: `avatar ${size}`, "aria-hidden": "true", style: { "--tint": colourOf(id) } };
  return h("span", attributes, initials(name));
}

export const plural = (count, word) => `${Number(count).toLocaleString("id-ID")} ${word}`;
