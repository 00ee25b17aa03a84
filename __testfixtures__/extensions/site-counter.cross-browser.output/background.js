const COUNTED = /^http/;

self.counts = {};
self.lastPage = '';
const stateRestored = chrome.storage.session.get({ counts: self.counts, lastPage: self.lastPage }).then((saved) => {
  self.counts = saved.counts;
  self.lastPage = saved.lastPage;
}).catch(console.error);
self.onerror = (message) => console.log(message);

self.chrome.tabs.onUpdated.addListener(async (tabId, { url }) => {
  if (!url || !COUNTED.test(url)) return;
  const site = self.Sites.hostOf(url);
  await stateRestored;
  self.counts[site] = (self.counts[site] || 0) + 1;
  self.lastPage = url;
  chrome.storage.session.set({ counts: self.counts, lastPage: self.lastPage });
});

chrome.runtime.onMessage.addListener((message, sender, sendResponse) => {
  if (!('wordsFor' in self) || message.command !== 'describe') return;
  stateRestored.then(() => {
    const site = message.site || self.Sites.hostOf(self.lastPage);
    const { plural } = self;
    const text = `${site}: ${plural(self.counts[site] || 0, 'page')}`;
    self.later(() => sendResponse(text));
  });
  return true;
});
