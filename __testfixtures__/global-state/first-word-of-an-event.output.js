let first;
const stateRestored = chrome.storage.session.get({ first: { value: first } }).then((saved) => {
  first = saved.first.value;
}).catch(console.error);

function firstWord(text) {
  if (!first) {
    first = text.trim();
    chrome.storage.session.set({ first: { value: first } });
  }
  return first;
}

chrome.runtime.onMessage.addListener(({ text }, sender, sendResponse) => {
  stateRestored.then(() => {
    sendResponse(firstWord(text));
  });
  return true;
});
