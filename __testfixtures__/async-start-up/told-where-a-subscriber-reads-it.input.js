const handlers = {};
const stations = {};

function on(name, handler) {
  (handlers[name] ??= []).push(handler);
}

function emit(name, value) {
  handlers[name]?.forEach((handler) => handler(value));
}

on('play', (station) => chrome.action.setTitle({ title: stations[station] }));

chrome.runtime.onMessage.addListener(({ name, value }) => emit(name, value));

(async () => {
  const { saved } = await chrome.storage.local.get({ saved: {} });
  Object.assign(stations, saved);
})();
