enabled = true;
pending = [];

function toggle() {
  enabled = !enabled;
}
chrome.browserAction.onClicked.addListener(toggle);
chrome.tabs.onCreated.addListener(function (tab) {
  if (window.enabled) {
    pending.push(tab.id);
  }
});
chrome.commands.onCommand.addListener(function () {
  console.log(self.pending.length);
});
