const words = [];
const stateRestored = chrome.storage.session.get({ words }).then((saved) => {
  words.push(...saved.words);
}).catch(console.error);
let last = '';

chrome.runtime.onMessage.addListener(({ text }) => {
  if (typeof text !== 'string') return;
  stateRestored.then(() => {
    words.push(text.trim().toLowerCase());
    chrome.storage.session.set({ words });
    last = text?.substring(0, 3);
    console.log(words.length, last);
  });
});
