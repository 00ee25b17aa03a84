var playing = new Set();
var silent = new Set();

function broadcast(message, tabs = silent) {
  tabs.forEach((id) => chrome.tabs.sendMessage(id, message));
  if (tabs === playing) chrome.browserAction.setBadgeText({ text: 'on' });
}

chrome.tabs.onRemoved.addListener((id) => {
  silent.add(id);
});
