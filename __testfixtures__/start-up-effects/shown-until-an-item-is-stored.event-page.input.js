if (!localStorage['stop'] || localStorage.getItem('line') === null) {
  chrome.tabs.create({ url: 'options.html' });
}

chrome.storage.sync.get('apiKey', function (items) {
  if (!items.apiKey) chrome.runtime.openOptionsPage();
});

(async function () {
  const { account } = await chrome.storage.local.get('account');
  if (account === undefined) {
    chrome.windows.create({ url: 'login.html' });
  }
})();

chrome.runtime.onMessage.addListener(function (message) {
  if (message.apiKey) chrome.storage.sync.set({ apiKey: message.apiKey });
});
