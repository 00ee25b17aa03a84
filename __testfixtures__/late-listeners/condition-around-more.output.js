let startListening;
const listening = new Promise((resolve) => {
  startListening = resolve;
});

chrome.storage.local.get({ badge: true }, ({ badge }) => {
  if (badge) {
    chrome.action.setTitle({ title: 'Badge' });
    startListening();
  }
});

chrome.tabs.onCreated.addListener(async (tab) => {
  await listening;
  console.log(tab.id);
});
