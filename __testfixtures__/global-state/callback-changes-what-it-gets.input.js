let last = null;

function details(done) {
  chrome.tabs.query({ active: true }, (tabs) => {
    last = tabs[0];
    done(tabs[0]);
  });
}

chrome.tabs.onCreated.addListener(() => {
  if (last) chrome.browserAction.setBadgeText({ text: last.title });
  details((tab) => {
    tab.title += '!';
  });
});
