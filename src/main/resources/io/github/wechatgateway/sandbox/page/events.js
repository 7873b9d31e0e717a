// Server-sent events of the sandbox, each told to those who asked for its name.
const NAMES = ["delivery", "try", "delivered", "message", "typing", "call", "problems", "failed"];
/** As while the gateway stops, or too many pages are open. */
const MILLIS_AFTER_REFUSAL = 3000;
const listeners = new Map();
let start = null;

export function on(name, listener) {
  listeners.set(name, [...(listeners.get(name) ?? []), listener]);
}

function tell(name, data) {
  for (const listener of listeners.get(name) ?? []) {
    listener(data);
  }
}

/** Begins to listen; the browser connects anew by itself, but not once it has been refused. */
export function listen() {
  const source = new EventSource("events");
  let isNew = true;
  source.addEventListener("error", () => {
    tell("offline");
    if (source.readyState === EventSource.CLOSED) {
      setTimeout(listen, MILLIS_AFTER_REFUSAL);
    }
  });
  source.addEventListener("hello", (event) => {
    const hello = JSON.parse(event.data);
    if (start !== null && (isNew || start !== hello.start)) {
      tell("reset"); // all is told again, or the gateway was started anew and knows nothing of it
    }
    isNew = false;
    start = hello.start;
    tell("hello", hello);
  });
  for (const name of NAMES) {
    source.addEventListener(name, (event) => tell(name, JSON.parse(event.data)));
  }
}
