chrome.storage.local.get({ badge: true }, ({ badge }) => {
  if (badge) {
    chrome.action.setTitle({ title: 'Badge' });
    chrome.tabs.onCreated.addListener((tab) => console.log(tab.id));
  }
});
