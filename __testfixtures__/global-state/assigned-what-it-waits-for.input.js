let current = null;
let ids = [];

async function activeTab() {
  const [tab] = await chrome.tabs.query({ active: true });
  return tab;
}

chrome.windows.onFocusChanged.addListener(async () => {
  current = await activeTab();
  ids.push(await chrome.tabs.query({}).then((tabs) => tabs.length));
});

chrome.windows.onCreated.addListener(async () => { current = await activeTab(); });

chrome.tabs.onCreated.addListener(() => {
  console.log(current && current.id, current === undefined, ids.length);
});
