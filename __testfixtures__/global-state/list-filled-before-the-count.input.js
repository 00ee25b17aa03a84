let answered = 0;
let scratch = [];
function note(text) {
  scratch.push(text);
}
chrome.runtime.onMessage.addListener((message, sender, sendResponse) => {
  scratch = [];
  note(message);
  if (message === 'count') {
    answered++;
    note(String(answered));
  }
  sendResponse(scratch.join());
});
