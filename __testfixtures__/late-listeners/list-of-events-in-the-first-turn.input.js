const listeners = [
  { event: chrome.tabs.onCreated, listener: () => console.log("opened") },
  { event: chrome.tabs.onRemoved, listener: () => console.log("closed") },
];

function listen() {
  listeners.forEach((entry) => entry.event.addListener(entry.listener));
}

listen();
