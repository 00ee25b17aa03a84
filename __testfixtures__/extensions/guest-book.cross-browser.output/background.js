(function () {
  'use strict';

  let stored = {};
  const storedLoaded = chrome.storage.local.get({ stored }).then((saved) => {
    stored = saved.stored;
  });

  const version = chrome.runtime.getManifest().version;

  storedLoaded.then(() => {
    if (!stored.installed) {
      stored.installed = String(Date.now());
      stored.visits = '0';
      chrome.storage.local.set({ stored });
      stored.welcomes = String(Number(stored.welcomes || 0) + 1);
      chrome.storage.local.set({ stored });
    }
    if (stored.version !== version) {
      stored.version = String(version);
      chrome.storage.local.set({ stored });
      stored.news = String(Number(stored.news || 0) + 1);
      chrome.storage.local.set({ stored });
    }
    stored.title = String(stored.title || 'Guests');
    chrome.storage.local.set({ stored });
  });

  function hostOf(address) {
    let link = { hostname: '' };
    try {
      link = new URL(address, location.origin);
    } catch {
      // What is no address has no parts.
    }
    const { hostname } = link;
    return hostname;
  }

  chrome.tabs.onUpdated.addListener(async (id, { status }, { url }) => {
    if (status !== 'complete' || !/^http/.test(url)) return;
    await storedLoaded;
    stored.visits = String(Number(stored.visits) + 1);
    chrome.storage.local.set({ stored });
    stored.last = String(hostOf(url));
    chrome.storage.local.set({ stored });
    chrome.action.setBadgeText({ text: String(stored.visits) });
  });

  chrome.runtime.onMessage.addListener((message, sender, sendResponse) => {
    storedLoaded.then(() => {
      if (message.title) {
        stored.title = `${message.title}!`;
        chrome.storage.local.set({ stored });
      }
      sendResponse([stored.title, stored.welcomes, stored.news, stored.visits, stored.last || '']);
    });
    return true;
  });
})();
