// The live line to the sandbox: events as they happen, and a fresh start after each break.

import { applyEvent, emit, forgetAll, loadState, store } from "./store.js";

const FIRST_WAIT = 300;
const LONGEST_WAIT = 3000;

let wait = FIRST_WAIT;
let broken = false;

export function connect() {
  const source = new EventSource("/user/stream");
  const heard = (message) => {
    try {
      applyEvent(JSON.parse(message.data));
    } catch (error) {
      console.warn("event not understood", error);
    }
  };
  source.onmessage = heard;
  for (const kind of ["message", "edited", "deleted", "callback_answer", "chat", "reaction", "pinned", "typing"]) {
    if (kind !== "message") source.addEventListener(kind, heard);
  }
  source.onopen = () => opened();
  source.onerror = () => {
    source.close();
    lost();
  };
}

async function opened() {
  wait = FIRST_WAIT;
  setOnline(true);
  if (!broken) return;
  broken = false;
  forgetAll();
  try {
    await loadState();
  } catch {
    return;
  }
  emit("refresh");
}

function lost() {
  broken = true;
  setOnline(false);
  setTimeout(connect, wait);
  wait = Math.min(wait * 1.6, LONGEST_WAIT);
}

function setOnline(online) {
  if (store.online === online) return;
  store.online = online;
  emit("connection", online);
}
