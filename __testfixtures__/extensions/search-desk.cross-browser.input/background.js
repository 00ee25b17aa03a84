let asked = {};
let hosts = [];
let last = '';

// What is done about a message, by its name.
const handlers = {
  follow({ on }) {
    chrome.storage.local.set({ following: on });
  },
  forget() {
    hosts = [];
    last = '';
  },
  asked: () => ({ last, asked: Object.entries(asked).map(([id, times]) => `${id} ${times}`).sort() }),
  hosts: () => hosts.join(' '),
};

function remember(tabId, { status }, { url }) {
  if (status !== 'complete' || !url.startsWith('http')) return;
  hosts.push(new URL(url).host);
}

function show(following) {
  chrome.browserAction.setTitle({ title: following ? 'Follows you' : 'Search desk' });
}

function setUp() {
  chrome.storage.local.get({ following: false }, ({ following }) => {
    if (following) {
      chrome.tabs.onUpdated.addListener(remember);
    } else {
      chrome.tabs.onUpdated.removeListener(remember);
    }
    show(following);
  });
}

for (const { id, title } of PLACES) {
  chrome.contextMenus.create({
    id,
    title,
    contexts: ['page'],
    onclick(info) {
      asked[id] = (asked[id] || 0) + 1;
      last = info.pageUrl;
    },
  });
}

chrome.runtime.onMessage.addListener((message, sender, sendResponse) => {
  const handle = handlers[message.name];
  if (handle) sendResponse(handle(message) ?? 'done');
});

chrome.storage.onChanged.addListener(setUp);
chrome.browserAction.setTitle({ title: 'Search desk' });
setUp();
