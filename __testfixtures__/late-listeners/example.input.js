chrome.storage.local.get('enabled', ({ enabled }) => {
  if (enabled) chrome.tabs.onCreated.addListener(onCreated);
});

function onCreated(tab) {
  console.log(tab.id);
}
