// mv3-codemod-ignore global-state: only for the log
let last = 0;
let count = 0;

chrome.runtime.onMessage.addListener((message, sender, sendResponse) => {
  if (message === 'count') {
    count++;
    last = count;
  }
  if (message === 'last') {
    console.log(last);
    sendResponse(count);
  }
});
