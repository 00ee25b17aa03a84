function follow(text) {
  chrome.browserAction.setTitle({ title: text });
}

function use(config) {
  chrome.proxy.settings.set({ value: config, scope: "regular" });
}

function show(count) {
  chrome.browserAction.setBadgeText({ text: count === 0 ? "" : String(count) });
}

follow("nothing yet");
use({ mode: "direct" });
show(0);
chrome.tabs.onActivated.addListener(({ tabId }) => {
  follow(`tab ${tabId}`);
  chrome.tabs.query({}, (tabs) => show(tabs.length));
});
chrome.runtime.onMessage.addListener((message) => use(message.config));
