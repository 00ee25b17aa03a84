let first;

function firstWord(text) {
  if (!first) first = text.trim();
  return first;
}

chrome.runtime.onMessage.addListener(({ text }, sender, sendResponse) => {
  sendResponse(firstWord(text));
});
