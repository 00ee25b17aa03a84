var stored = {};
var storedLoaded = chrome.storage.local.get({stored: stored}).then(function(saved) {
  stored = saved.stored;
});

chrome.browserAction.onClicked.addListener(async function(tab) {
  await storedLoaded;
  var on = stored['on'] == 'true';
  stored['on'] = String(!on);
  chrome.storage.local.set({stored: stored});
  chrome.browserAction.setTitle({title: on ? 'Off' : 'On'});
});
