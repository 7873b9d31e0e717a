// Server-sent events of the sandbox, each told to those who asked for its name.
const NAMES = ["delivery", "try", "delivered", "message", "typing", "call", "problems"];
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

/** Begins to listen; the browser connects anew by itself. */
export function listen() {
  const source = new EventSource("events");
  source.addEventListener("error", () => tell("offline"));
  source.addEventListener("hello", (event) => {
    const hello = JSON.parse(event.data);
    if (start !== null && start !== hello.start) {
      tell("reset"); // the gateway was started anew, and knows nothing of what is shown here
    }
    start = hello.start;
    tell("hello", hello);
  });
  for (const name of NAMES) {
    source.addEventListener(name, (event) => tell(name, JSON.parse(event.data)));
  }
}
