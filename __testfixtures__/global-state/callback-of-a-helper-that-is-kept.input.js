let last = null;
const waiting = [];

function whenReady(callback) {
  waiting.push(callback);
}

chrome.tabs.onCreated.addListener(() => {
  whenReady((value) => {
    last = value;
  });
});

chrome.browserAction.onClicked.addListener(() => {
  for (const one of waiting) one(last);
});
