const log = (details) => {
  chrome.storage.local.set({ last: details.url });
};

function toggle(on) {
  if (on && !chrome.webNavigation.onCommitted.hasListener(log)) {
    chrome.webNavigation.onCommitted.addListener(log);
  }
  if (!on) chrome.webNavigation.onCommitted.removeListener(log);
}

chrome.storage.sync.get({ on: true }, ({ on }) => toggle(on));
chrome.storage.onChanged.addListener(() => {
  chrome.storage.sync.get({ on: true }, ({ on }) => toggle(on));
});
