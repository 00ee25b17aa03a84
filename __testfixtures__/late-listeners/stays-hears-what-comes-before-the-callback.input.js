function init() {
  chrome.storage.local.get({ prefix: '' }, () => {
    chrome.tabs.onCreated.addListener((tab) => console.log('new tab', tab.id));
  });
  chrome.tabs.create({ url: 'https://example.com/' });
}
init();
