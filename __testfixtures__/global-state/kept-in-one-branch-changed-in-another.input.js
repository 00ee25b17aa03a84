let last = null;

function rename(message) {
  message.title = message.title.trim();
  chrome.browserAction.setTitle({ title: message.title });
}

chrome.runtime.onMessage.addListener((message) => {
  if (message.type === 'rename') {
    rename(message);
    return;
  }
  last = message;
});
chrome.tabs.onActivated.addListener(() => {
  if (last) chrome.browserAction.setBadgeText({ text: last.text });
});
