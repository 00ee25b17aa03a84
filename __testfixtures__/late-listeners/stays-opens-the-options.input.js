chrome.runtime.onInstalled.addListener(async () => {
  const { home } = await chrome.storage.local.get('home');
  chrome.runtime.openOptionsPage();
  await chrome.storage.local.set({ home: home || 'https://example.com/' });
  chrome.tabs.onCreated.addListener((tab) => {
    chrome.tabs.remove(tab.id);
  });
});
