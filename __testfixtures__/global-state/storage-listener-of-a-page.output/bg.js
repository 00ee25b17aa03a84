var opened = 0;
var stateRestored = chrome.storage.session.get({ opened: opened }).then(function(saved) {
  opened = saved.opened;
}).catch(console.error);

chrome.tabs.onCreated.addListener(async function() {
  await stateRestored;
  opened++;
  chrome.storage.session.set({ opened: opened });
  console.log(opened);
});
