let asked = {};
let hosts = [];
let last = '';
const stateRestored = chrome.storage.session.get({ asked: Object.entries(asked), hosts, last: { value: last } }).then((saved) => {
  asked = Object.fromEntries(saved.asked);
  hosts = saved.hosts;
  last = saved.last.value;
}).catch(console.error);

// What is done about a message, by its name.
const handlers = {
  follow({ on }) {
    chrome.storage.local.set({ following: on });
  },
  forget() {
    hosts = [];
    last = '';
    chrome.storage.session.set({ hosts, last: { value: last } });
  },
  asked: () => ({ last, asked: Object.entries(asked).map(([id, times]) => `${id} ${times}`).sort() }),
  hosts: () => hosts.join(' '),
};

async function remember(tabId, { status }, { url }) {
  await startUpDone;
  await stateRestored;
  if (!listensToTabsUpdated) return;
  if (status !== 'complete' || !url.startsWith('http')) return;
  hosts.push(new URL(url).host);
  chrome.storage.session.set({ hosts });
}

let listensToTabsUpdated = false;
chrome.tabs.onUpdated.addListener(remember);

function show(following) {
  chrome.action.setTitle({ title: following ? 'Follows you' : 'Search desk' });
}

function setUp() {
  return chrome.storage.local.get({ following: false }).then(({ following }) => {
    if (following) {
      listensToTabsUpdated = true;
    } else {
      listensToTabsUpdated = false;
    }
    show(following);
  });
}

chrome.runtime.onInstalled.addListener(() => {
  for (const { id, title } of PLACES) {
    chrome.contextMenus.create({
      id,
      title,
      contexts: ['page'],
    });
  }
});

chrome.contextMenus.onClicked.addListener(async function(info) {
  const item = PLACES.find((item) => item.id === info.menuItemId);
  if (item === undefined) return;
  const { id, title } = item;
  await startUpDone;
  await stateRestored;
  asked[id] = (asked[id] || 0) + 1;
  last = info.pageUrl;
  chrome.storage.session.set({ asked: Object.entries(asked), last: { value: last } });
});

chrome.runtime.onMessage.addListener((message, sender, sendResponse) => {
  const handle = handlers[message.name];
  if (handle) {
    startUpDone.then(async () => {
      await stateRestored;
      sendResponse(handle(message) ?? 'done');
    });
    return true;
  }
});

chrome.storage.onChanged.addListener(async (changes, area) => {
  if (area === 'session') return;
  await startUpDone;
  setUp();
});
chrome.action.setTitle({ title: 'Search desk' });
const startUpDone = setUp().catch(console.error);

// The browser starts the background for this listener; all else is done at top level.
chrome.runtime.onStartup.addListener(() => {});
