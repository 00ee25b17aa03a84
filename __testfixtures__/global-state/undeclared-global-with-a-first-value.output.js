enabled = true;
pending = [];
var stateRestored = chrome.storage.session.get({ enabled: enabled, pending: pending }).then(function (saved) {
  enabled = saved.enabled;
  pending = saved.pending;
}).catch(console.error);

async function toggle() {
  await stateRestored;
  enabled = !enabled;
  chrome.storage.session.set({ enabled: enabled });
}
chrome.browserAction.onClicked.addListener(toggle);
chrome.tabs.onCreated.addListener(async function (tab) {
  await stateRestored;
  if (window.enabled) {
    pending.push(tab.id);
    chrome.storage.session.set({ pending: pending });
  }
});
chrome.commands.onCommand.addListener(async function () {
  await stateRestored;
  console.log(self.pending.length);
});
