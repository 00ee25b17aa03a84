let pages = [];
let current = 0;

chrome.runtime.onMessage.addListener((message) => {
  pages = message.pages.map((page) => new URL(page));
  current = 0;
});

chrome.browserAction.onClicked.addListener((tab) => {
  if (pages.length === 0) return;
  current += 1;
  if (current >= pages.length) {
    pages = pages.reverse();
    current = 0;
  }
  chrome.tabs.update(tab.id, { url: pages[current].href });
});
