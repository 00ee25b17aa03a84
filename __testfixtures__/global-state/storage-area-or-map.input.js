let area = new Map();

chrome.storage.local.get({ sync: false }, ({ sync }) => {
  if (sync) area = chrome.storage.sync;
});

chrome.runtime.onMessage.addListener((message, sender, answer) => {
  answer(area.get('last'));
  area.set('last', message);
});
