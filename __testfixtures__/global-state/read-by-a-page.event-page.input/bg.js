var count = 0;
chrome.tabs.onCreated.addListener(function () {
  count++;
});
chrome.commands.onCommand.addListener(function () { console.log(count); });
