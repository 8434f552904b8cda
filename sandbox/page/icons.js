// Line icons drawn here, so that the page needs no font and no outside address.

import { h } from "./dom.js";

const PATHS = {
  attach: "M21 11.5l-8.6 8.6a5.5 5.5 0 0 1-7.8-7.8l9-9a3.7 3.7 0 0 1 5.2 5.2l-9 9a1.8 1.8 0 0 1-2.6-2.6l8.2-8.2",
  send: "M3.4 20.4 21 12 3.4 3.6 3.4 10 15 12 3.4 14z",
  back: "M15 5l-7 7 7 7",
  close: "M6 6l12 12M18 6 6 18",
  more: "M12 5v.01M12 12v.01M12 19v.01",
  beside: "M4 5h16v14H4zM12 5v14M15 12h2.5M16.2 10.8v2.4",
  plus: "M12 5v14M5 12h14",
  search: "M11 18a7 7 0 1 1 0-14 7 7 0 0 1 0 14zM16 16l4.5 4.5",
  person: "M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM4.5 20.5c.8-4 3.8-5.5 7.5-5.5s6.7 1.5 7.5 5.5",
  group: "M9 11.5a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7zM2.5 19.5c.6-3.6 3-5 6.5-5s5.9 1.4 6.5 5M16 4.8a3.5 3.5 0 0 1 0 6.4M18 14.9c2 .6 3.2 2.1 3.6 4.6",
  photo: "M4 5.5h16v13H4zM4 16l4.5-4.5 4 4 2.5-2.5 5 5M15.5 9.5v.01",
  album: "M7 4h14v12H7zM3 8v12h14M7 13l3.5-3.5 3 3 2-2 5.5 5.5",
  document: "M6 3h8l4.5 4.5V21H6zM14 3v5h4.5M9 13h6M9 16.5h6",
  location: "M12 21.5c4.5-5 7-8.5 7-12a7 7 0 0 0-14 0c0 3.5 2.5 7 7 12zM12 12a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5z",
  contact: "M4 4.5h16v15H4zM12 11.5a2.2 2.2 0 1 0 0-4.4 2.2 2.2 0 0 0 0 4.4zM8 16.5c.5-2 2-2.8 4-2.8s3.5.8 4 2.8",
  voice: "M12 14.5a3 3 0 0 0 3-3v-5a3 3 0 0 0-6 0v5a3 3 0 0 0 3 3zM5.5 11.5a6.5 6.5 0 0 0 13 0M12 18v3",
  sticker: "M20 13.5A8.5 8.5 0 1 1 10.5 4H20zM20 13.5c-4 0-6.5 2-6.5 6.5M8.5 11v.01M13 10v.01M8.5 14.5c1 1 2.5 1 3.5.5",
  poll: "M5 20V11M12 20V4M19 20v-6",
  video: "M3.5 6h11.5v12H3.5zM15 10.5l5.5-3v9l-5.5-3",
  lock: "M6 11h12v9H6zM8.5 11V8a3.5 3.5 0 0 1 7 0v3",
  silent: "M6 16.5c1.5-1.5 1.5-3.5 1.5-6a4.5 4.5 0 0 1 7.5-3.3M16.5 10.5c0 2.5 0 4.5 1.5 6H6M10.5 19.5h3M4 4l16 16",
  pin: "M9 4h6l-.7 6 3.2 3.5v1.5h-11V13.5L9.7 10zM12 15v6",
  reply: "M10 6 4 12l6 6v-4c5 0 8 1.5 10 5 0-6-3.5-9.5-10-9.5z",
  edit: "M4 20l1-4.5L16.5 4l3.5 3.5L8.5 19zM14 6.5l3.5 3.5",
  copy: "M8.5 8.5h11v11h-11zM15.5 8.5v-4h-11v11h4",
  keyboard: "M3 6.5h18v11H3zM7 10.5v.01M11 10.5v.01M15 10.5v.01M17.5 10.5v.01M8 14h8",
  slash: "M4.5 4.5h15v15h-15zM13.7 8.5l-3.4 7",
  link: "M10 14a4 4 0 0 0 5.7 0l3-3a4 4 0 0 0-5.7-5.7l-1 1M14 10a4 4 0 0 0-5.7 0l-3 3a4 4 0 0 0 5.7 5.7l1-1",
  block: "M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM5.7 5.7l12.6 12.6",
  wrench: "M14.5 6.5a4 4 0 0 1 5-3.3L17 5.7l1.3 1.3L21 4.5a4 4 0 0 1-5.3 5.2L8 17.5a2 2 0 0 1-2.9-2.9l7.7-7.7",
  down: "M12 5v13M6 12.5l6 6 6-6",
  play: "M8 5.5v13l10.5-6.5z",
  bot: "M5 9h14v10H5zM12 9V5.5M12 5v.01M9 13.5v.01M15 13.5v.01M9.5 16.5h5M2.5 13v3M21.5 13v3",
  start: "M6 4.5v15l13-7.5z",
  leave: "M10 4H5v16h5M14.5 8l4 4-4 4M9.5 12h9",
  trash: "M5 7h14M10 7V4.5h4V7M7 7l1 13h8l1-13",
  check: "M4.5 12.5l5 5L19.5 7",
  external: "M9 15 19 5M12 5h7v7",
};

/** A round button that is only an icon; `more` holds further attributes. */
export function iconButton(name, label, click, { extra = "", ...more } = {}) {
  const attributes = { type: "button", class: `icon-button ${extra}`, "aria-label": label, title: label };
  return h("button", { ...attributes, on: { click }, ...more }, icon(name));
}

const SVG = "http://www.w3.org/2000/svg";
const FILLED = new Set(["send", "play", "start"]);

export function icon(name, extra = "") {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("class", `icon ${FILLED.has(name) ? "filled" : ""} ${extra}`);
  svg.setAttribute("aria-hidden", "true");
  const path = document.createElementNS(SVG, "path");
  path.setAttribute("d", PATHS[name] ?? PATHS.more);
  svg.append(path);
  return svg;
}
