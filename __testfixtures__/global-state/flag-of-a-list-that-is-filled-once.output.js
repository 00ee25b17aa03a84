let filled = false;
const words = [];
const stateRestored = chrome.storage.session.get({ filled, words }).then((saved) => {
  filled = saved.filled;
  words.push(...saved.words);
}).catch(console.error);

chrome.tabs.onRemoved.addListener(async (id) => {
  await stateRestored;
  if (!filled) {
    filled = true;
    words.push('one', 'two');
    chrome.storage.session.set({ filled, words });
  }
  words.push(`tab ${id}`);
  chrome.storage.session.set({ words });
  console.log(words.join());
});
