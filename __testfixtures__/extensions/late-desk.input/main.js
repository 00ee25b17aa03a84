let rules = [];
let hits = 0;

// The rules may be broken; then only the badge tells.
async function begin() {
  try {
    const { text } = await read({ text: '["one", "two"]' });
    rules = JSON.parse(text);
    chrome.tabs.onUpdated.addListener(onUpdated);
    chrome.tabs.onRemoved.addListener(onRemoved);
    chrome.browserAction.setBadgeText({ text: `${rules.length}` });
  } catch (error) {
    chrome.browserAction.setBadgeText({ text: '!' });
  }
}

function onUpdated(tabId, change, tab) {
  if (change.status !== 'complete') return;
  const rule = rules.find((one) => tab.url.includes(`//${one}.`));
  if (!rule) return;
  hits += 1;
  write('hit', `${rule} ${hits}`);
}

function onRemoved(tabId) {
  write('hit', `none of ${rules.length}`);
}

// Clicks count only where somebody has a name.
chrome.storage.local.get({ nick: '' }, ({ nick }) => {
  if (!nick) {
    write('greeting', 'nobody');
    return;
  }
  chrome.browserAction.onClicked.addListener((tab) => {
    write('greeting', `${nick} at ${tab.url}`);
  });
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

begin();
