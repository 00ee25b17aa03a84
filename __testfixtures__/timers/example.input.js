chrome.runtime.onInstalled.addListener(() => {
  setTimeout(showTip, 60 * 60 * 1000);
});
setInterval(refresh, 5 * 60 * 1000);

function refresh() {
  chrome.action.setBadgeText({ text: new Date().getHours() + 'h' });
}

function showTip() {
  chrome.tabs.create({ url: 'tip.html' });
}
