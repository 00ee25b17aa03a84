const crypto = { hash: (text) => text.length };

chrome.tabs.onCreated.addListener((tab) => {
  const title = tab.title;
  setTimeout(() => {
    chrome.browserAction.setTitle({ title: crypto.hash(title) });
  }, 60000);
});
