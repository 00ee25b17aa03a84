let total = 0;

function tally() {
  total += 1;
  chrome.browserAction.setBadgeText({ text: String(total) });
}

chrome.tabs.onCreated.addListener(tally);

chrome.tabs.onRemoved.addListener(() => {
  total = 0;
  tally();
});
