let answered = 0;
const stateRestored = chrome.storage.session.get({ answered }).then((saved) => {
  answered = saved.answered;
}).catch(console.error);
let scratch = [];
function note(text) {
  scratch.push(text);
}
chrome.runtime.onMessage.addListener((message, sender, sendResponse) => {
  stateRestored.then(() => {
    scratch = [];
    note(message);
    if (message === 'count') {
      answered++;
      chrome.storage.session.set({ answered });
      note(String(answered));
    }
    sendResponse(scratch.join());
  });
  return true;
});
