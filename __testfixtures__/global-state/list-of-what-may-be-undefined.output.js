let pending = [];
const titles = new Map();
const shown = [];
const stateRestored = chrome.storage.session.get({ pending, titles: [], shown }).then((saved) => {
  pending = saved.pending.map((value) => value ?? undefined);
  for (const [key, value] of saved.titles) titles.set(key, value ?? undefined);
  shown.push(...saved.shown.map((value) => value ?? undefined));
}).catch(console.error);

chrome.runtime.onMessage.addListener((message, sender, sendResponse) => {
  if (message === 'pending') {
    stateRestored.then(() => {
      sendResponse({ pending, titles: [...titles.values()], shown: shown.map((one) => one === undefined) });
      pending = [];
      chrome.storage.session.set({ pending });
    });
    return true;
  }
});
chrome.contextMenus.onClicked.addListener(async (info, tab) => {
  await stateRestored;
  pending.push(info.srcUrl);
  titles.set(tab.id, info.selectionText);
  shown.unshift(info.linkUrl);
  chrome.storage.session.set({ pending, titles: [...titles], shown });
});
