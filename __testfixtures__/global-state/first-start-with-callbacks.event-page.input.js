var count = 0;

function bump() {
  count++;
  chrome.browserAction.setBadgeText({ text: String(count) });
}

bump();

chrome.tabs.onCreated.addListener(function () {
  bump();
});
