var count = 0;
var stateRestored = chrome.storage.session.get({ count: count }).then(function (saved) {
  count = saved.count;
}).catch(console.error);
chrome.tabs.onCreated.addListener(async function () {
  await stateRestored;
  count++;
  chrome.storage.session.set({ count: count });
});
chrome.commands.onCommand.addListener(async function () {
  await stateRestored;
  console.log(count);
});
