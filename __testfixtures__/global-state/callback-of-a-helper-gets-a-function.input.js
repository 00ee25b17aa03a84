let known = null;
let shown = null;

function withAny(callback) {
  callback(() => 1, new Error());
}

function withTab(callback = (tab) => {}) {
  chrome.tabs.query({ active: true }, ([tab]) => {
    callback.call(null, tab);
  });
}

chrome.tabs.onCreated.addListener(() => {
  withAny((value) => {
    known = value;
  });
  withTab((tab) => {
    shown = tab;
  });
});

chrome.browserAction.onClicked.addListener(() => {
  if (known && shown) chrome.browserAction.setTitle({ title: String(known()) + shown.title });
});
