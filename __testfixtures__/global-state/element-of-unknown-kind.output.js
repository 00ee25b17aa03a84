let urls = [];
const stateRestored = chrome.storage.session.get({ urls }).then((saved) => {
  urls = saved.urls;
}).catch(console.error);
chrome.tabs.onUpdated.addListener(async (id, info, tab) => {
  await stateRestored;
  for (const part of tab.url.split('/')) {
    if (part === '') return;
    urls.push(part);
    chrome.storage.session.set({ urls });
  }
  console.log(urls.length);
});
