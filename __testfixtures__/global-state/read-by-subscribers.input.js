class Emitter {
  #handlers = new Map();

  on(name, handler) {
    if (!this.#handlers.has(name)) this.#handlers.set(name, []);
    this.#handlers.get(name).push(handler);
  }

  emit(name, ...args) {
    for (const handler of this.#handlers.get(name) ?? []) handler(...args);
  }
}

const events = new Emitter();
let visits = 0;

chrome.tabs.onUpdated.addListener((id, { status }) => {
  if (status === 'complete') visits++;
});

chrome.runtime.onMessage.addListener(({ type }) => events.emit(type));

events.on('show', () => {
  chrome.action.setBadgeText({ text: `${visits}` });
});
