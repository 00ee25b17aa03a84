const visits = new Map();
const recent = [];
const stateRestored = chrome.storage.session.get({ visits: [], recent, hasStarted: false }).then((saved) => {
  for (const [key, value] of saved.visits) visits.set(key, value ?? undefined);
  recent.push(...saved.recent.map((value) => value ?? undefined));
  chrome.storage.session.set({ hasStarted: true });
  return saved.hasStarted;
}).catch(console.error);

stateRestored.then((hasStarted) => {
  if (hasStarted) return;
  chrome.storage.local.get(['disabled']).then(init);
});

function init({ disabled }) {
  if (disabled) {
    visits.clear();
    recent.length = 0;
    chrome.storage.session.set({ visits: [...visits], recent });
  }
}

chrome.storage.onChanged.addListener(async (changes) => {
  await stateRestored;
  if (changes.disabled) chrome.storage.local.get(['disabled']).then(init);
});

chrome.webNavigation.onCommitted.addListener(async ({ tabId, url }) => {
  await stateRestored;
  visits.set(tabId, url);
  recent.push(url);
  chrome.storage.session.set({ visits: [...visits], recent });
});

chrome.runtime.onMessage.addListener((message, sender, sendResponse) => {
  if (message.type === 'visit') {
    stateRestored.then(() => {
      sendResponse([visits.get(message.tabId), recent]);
    });
    return true;
  }
});
