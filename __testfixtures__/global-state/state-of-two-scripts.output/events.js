chrome.browserAction.onClicked.addListener(async function () {
  await stateRestored;
  enabled = !enabled;
  chrome.storage.session.set({ enabled: enabled });
});
chrome.tabs.onUpdated.addListener(async function (id, info, tab) {
  await stateRestored;
  if (enabled && info.url) {
    hosts.push(new URL(info.url).host);
    chrome.storage.session.set({ hosts: hosts });
  }
});
chrome.commands.onCommand.addListener(async function () {
  await stateRestored;
  console.log(hosts.join());
});
