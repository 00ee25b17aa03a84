chrome.browserAction.onClicked.addListener(function () {
  enabled = !enabled;
});
chrome.tabs.onUpdated.addListener(function (id, info, tab) {
  if (enabled && info.url) hosts.push(new URL(info.url).host);
});
chrome.commands.onCommand.addListener(function () {
  console.log(hosts.join());
});
