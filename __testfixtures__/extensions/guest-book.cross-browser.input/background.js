(function () {
  'use strict';

  const version = chrome.runtime.getManifest().version;

  if (!localStorage.installed) {
    localStorage.installed = Date.now();
    localStorage.visits = 0;
    localStorage.welcomes = Number(localStorage.welcomes || 0) + 1;
  }
  if (localStorage.version !== version) {
    localStorage.version = version;
    localStorage.news = Number(localStorage.news || 0) + 1;
  }
  localStorage.title = localStorage.title || 'Guests';

  function hostOf(address) {
    const link = document.createElement('a');
    link.href = address;
    const { hostname } = link;
    return hostname;
  }

  chrome.tabs.onUpdated.addListener((id, { status }, { url }) => {
    if (status !== 'complete' || !/^http/.test(url)) return;
    localStorage.visits = Number(localStorage.visits) + 1;
    localStorage.last = hostOf(url);
    chrome.browserAction.setBadgeText({ text: String(localStorage.visits) });
  });

  chrome.runtime.onMessage.addListener((message, sender, sendResponse) => {
    if (message.title) localStorage.title = `${message.title}!`;
    sendResponse([localStorage.title, localStorage.welcomes, localStorage.news, localStorage.visits, localStorage.last || '']);
  });
})();
