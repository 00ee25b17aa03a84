let prefix, names;
init();

let startListening;
const listening = new Promise((resolve) => {
  startListening = resolve;
});

async function init() {
  prefix = chrome.runtime.id;
  ({ names } = await chrome.storage.sync.get('names'));
  startListening();
}

chrome.tabs.onCreated.addListener(async (tab) => {
  await listening;
  console.log(prefix, tab.id, names);
});
