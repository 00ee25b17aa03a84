let options;
const optionsLoaded = chrome.storage.local.get({ badge: true }).then((found) => {
  options = found;
  // mv3-codemod-ignore late-listeners: of interest while the background lives
  chrome.tabs.onCreated.addListener(() => {
    if (options.badge) console.log('created');
  });
}).catch(console.error);

chrome.tabs.onRemoved.addListener(async () => {
  await optionsLoaded;
  if (options.badge) console.log('removed');
});
