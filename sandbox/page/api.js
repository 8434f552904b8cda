// The user-side HTTP API of the sandbox: what a person can see and do.

export class ApiError extends Error {}

async function call(method, path, body) {
  const options = { method, headers: { Accept: "application/json" } };
  if (body !== undefined) {
    options.headers["Content-Type"] = "application/json";
    options.body = JSON.stringify(body);
  }
  let response;
  try {
    response = await fetch(path, options);
  } catch {
    throw new ApiError("Kotak pasir tidak menjawab. Coba sebentar lagi.");
  }
  const answer = await response.json().catch(() => ({}));
  if (!response.ok) {
    const reason = answer.error ?? answer.description ?? answer.detail;
    throw new ApiError(typeof reason === "string" ? reason : `Ditolak (${response.status}).`);
  }
  return answer;
}

const get = (path) => call("GET", path);
const post = (path, body = {}) => call("POST", path, body);

export const state = () => get("/user/state");
export const addPerson = (person) => post("/user/people", person);
export const addGroup = (group) => post("/user/groups", group);

export const chats = (person) => get(`/user/${person}/chats`);
export const messages = (person, chat) => get(`/user/${person}/chats/${chat}/messages`);
export const send = (person, chat, what) => post(`/user/${person}/chats/${chat}/send`, what);
export const press = (person, chat, what) => post(`/user/${person}/chats/${chat}/press`, what);
export const vote = (person, chat, what) => post(`/user/${person}/chats/${chat}/vote`, what);
export const callback = (person, id) => get(`/user/${person}/callbacks/${encodeURIComponent(id)}`);

export const start = (person, payload) => post(`/user/${person}/start`, payload ? { payload } : {});
export const block = (person) => post(`/user/${person}/block`);
export const unblock = (person) => post(`/user/${person}/unblock`);
export const inGroup = (person, chat, act, body) =>
  post(`/user/${person}/groups/${chat}/${act}`, body);

export const faults = (changes) => post("/control/faults", changes);
export const advanceClock = (seconds) => post("/control/clock", { advance: seconds });

/** The newest calls of the bot; the log may be long, so its length is asked first. */
export async function log(most) {
  const { n } = await get(`/control/log?after=${Number.MAX_SAFE_INTEGER}`);
  return (await get(`/control/log?after=${Math.max(n - most, 0)}`)).calls;
}
