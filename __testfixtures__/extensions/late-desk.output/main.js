let rules = [];
let hits = 0;
const stateRestored = chrome.storage.session.get({ hits }).then((saved) => {
  hits = saved.hits;
}).catch(console.error);

let startListening;
const listening = new Promise((resolve) => {
  startListening = resolve;
});

// The rules may be broken; then only the badge tells.
async function begin() {
  try {
    const { text } = await read({ text: '["one", "two"]' });
    rules = JSON.parse(text);
    startListening();
    chrome.action.setBadgeText({ text: `${rules.length}` });
  } catch (error) {
    chrome.action.setBadgeText({ text: '!' });
  }
}

chrome.tabs.onUpdated.addListener(onUpdated);
chrome.tabs.onRemoved.addListener(onRemoved);

async function onUpdated(tabId, change, tab) {
  if (change.status !== 'complete') return;
  await listening;
  const rule = rules.find((one) => tab.url.includes(`//${one}.`));
  if (!rule) return;
  await stateRestored;
  hits += 1;
  chrome.storage.session.set({ hits });
  write('hit', `${rule} ${hits}`);
}

async function onRemoved(tabId) {
  await listening;
  write('hit', `none of ${rules.length}`);
}

let startListening2;
const listening2 = new Promise((resolve) => {
  startListening2 = resolve;
});

let nick;
// Clicks count only where somebody has a name.
chrome.storage.local.get({ nick: '' }, (found) => {
  ({ nick } = found);
  if (!nick) {
    write('greeting', 'nobody');
    return;
  }
  startListening2();
});

chrome.runtime.onMessage.addListener((message, sender, sendResponse) => {
  if (message.type === 'rules') {
    chrome.storage.local.set({ text: message.text }, () => sendResponse('stored'));
    return true;
  }
  if (message.type === 'name') {
    chrome.storage.local.set({ nick: message.name }, () => sendResponse('stored'));
    return true;
  }
});

chrome.action.onClicked.addListener(async (tab) => {
  await listening2;
  write('greeting', `${nick} at ${tab.url}`);
});

begin();

// The browser starts the background for this listener; all else is done at top level.
chrome.runtime.onStartup.addListener(() => {});
