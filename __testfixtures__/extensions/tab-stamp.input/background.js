chrome.browserAction.onClicked.addListener(() => {
  chrome.tabs.query({ active: true, currentWindow: true }, (tabs) => {
    const { hostname } = new URL(tabs[0].url);
    // One stamp for each site.
    chrome.storage.local.get({ stamps: [] }, ({ stamps }) => {
      if (!stamps.includes(hostname)) stamps.push(hostname);
      chrome.storage.local.set({ stamps });
      chrome.browserAction.setTitle({ tabId: tabs[0].id, title: `${stamps.length}: ${hostname}` });
    });
  });
});
