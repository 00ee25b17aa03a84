const emitter = { listeners: [], addListener(f) { this.listeners.push(f); } };

chrome.tabs.onCreated.addListener(() => {
  emitter.addListener(() => {});
});
