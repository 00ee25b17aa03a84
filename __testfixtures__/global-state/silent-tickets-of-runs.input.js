let latest = 0;
let asked = 0;
let changes = 0;

async function show(tabId) {
  const own = ++latest;
  const [tab] = await chrome.tabs.query({ active: true });
  if (own !== latest) return;
  chrome.browserAction.setTitle({ tabId, title: tab.title });
}

function look() {
  const own = asked + 1;
  asked = own;
  chrome.tabs.query({ active: true }).then((tabs) => {
    if (asked === own) console.log(tabs[0].url);
  });
}

chrome.tabs.onActivated.addListener(({ tabId }) => show(tabId));
chrome.tabs.onUpdated.addListener(look);
chrome.tabs.onMoved.addListener(async () => {
  const before = changes;
  await chrome.storage.local.set({ moved: true });
  if (changes === before) console.log('nothing changed meanwhile');
});
chrome.tabs.onRemoved.addListener(() => {
  changes++;
});
