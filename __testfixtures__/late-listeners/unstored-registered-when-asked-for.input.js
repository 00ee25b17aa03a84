function remember(tab) {
  chrome.storage.local.set({ last: tab.url });
}

async function init() {
  const { on } = await chrome.storage.local.get('on');
  if (on) chrome.tabs.onCreated.addListener(remember);
}

chrome.storage.onChanged.addListener(init);

init();
