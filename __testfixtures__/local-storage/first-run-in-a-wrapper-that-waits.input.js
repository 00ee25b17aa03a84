(async function () {
  'use strict';
  await chrome.storage.local.get('x');
  if (!localStorage.installed) {
    localStorage.installed = true;
    chrome.tabs.create({ url: 'welcome.html' });
  }
})();
