let pending = [];
const titles = new Map();
const shown = [];

chrome.runtime.onMessage.addListener((message, sender, sendResponse) => {
  if (message === 'pending') {
    sendResponse({ pending, titles: [...titles.values()], shown: shown.map((one) => one === undefined) });
    pending = [];
  }
});
chrome.contextMenus.onClicked.addListener((info, tab) => {
  pending.push(info.srcUrl);
  titles.set(tab.id, info.selectionText);
  shown.unshift(info.linkUrl);
});
