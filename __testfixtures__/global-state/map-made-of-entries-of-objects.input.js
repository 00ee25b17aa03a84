let recent = new Map();
let made = new Map();
let shared = {};
const home = { title: '' };

chrome.tabs.onActivated.addListener(({ tabId }) => {
  recent = new Map([[{ tabId }, 1]]);
  made = new Map(listOf(tabId));
  shared = Object.fromEntries([[tabId, home]]);
});

function listOf(id) {
  return self.entries || [[id, () => {}]];
}

chrome.browserAction.onClicked.addListener((tab) => {
  home.title = 'clicked';
  chrome.browserAction.setTitle({ title: `${recent.size} ${made.size} ${shared[tab.id] && shared[tab.id].title}` });
});
