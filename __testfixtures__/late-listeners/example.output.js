let enabled;
const enabledLoaded = chrome.storage.local.get('enabled').then((found) => {
  ({ enabled } = found);
}).catch(console.error);

chrome.tabs.onCreated.addListener(onCreated);

async function onCreated(tab) {
  await enabledLoaded;
  if (!enabled) return;
  console.log(tab.id);
}
