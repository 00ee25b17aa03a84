chrome.action.onClicked.addListener((tab) => {
  const { hostname } = new URL(tab.url);
  // One stamp for each site.
  chrome.storage.local.get({ stamps: [] }, ({ stamps }) => {
    if (!stamps.includes(hostname)) stamps.push(hostname);
    chrome.storage.local.set({ stamps });
    chrome.action.setTitle({ tabId: tab.id, title: `${stamps.length}: ${hostname}` });
  });
});
