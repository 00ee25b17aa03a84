let last = null;
const stateRestored = chrome.storage.session.get({ last: { value: last } }).then((saved) => {
  last = saved.last.value;
}).catch(console.error);

function rename(message) {
  message.title = message.title.trim();
  chrome.browserAction.setTitle({ title: message.title });
}

chrome.runtime.onMessage.addListener((message) => {
  if (message.type === 'rename') {
    rename(message);
    return;
  }
  stateRestored.then(() => {
    last = message;
    chrome.storage.session.set({ last: { value: last } });
  });
});
chrome.tabs.onActivated.addListener(async () => {
  await stateRestored;
  if (last) chrome.browserAction.setBadgeText({ text: last.text });
});
