chrome.runtime.onMessage.addListener((message) => {
  const { title } = message;
  chrome.contextMenus.create({ title });
  chrome.contextMenus.create({ title: 'Always this' });
});

chrome.tabs.onCreated.addListener((tab) => {
  chrome.contextMenus.create({ title: 'Tab ' + tab.id });
});
