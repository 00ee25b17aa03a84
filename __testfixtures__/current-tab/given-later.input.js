chrome.action.onClicked.addListener(() => {
  setTimeout(() => chrome.tabs.query({ active: true, currentWindow: true }, ([tab]) => chrome.tabs.reload(tab.id)), 1000);
});
chrome.action.onClicked.addListener(async () => {
  await ready();
  const [tab] = await chrome.tabs.query({ active: true, currentWindow: true });
  chrome.tabs.reload(tab.id);
});

async function ready() {
  await chrome.storage.local.get('a');
}
