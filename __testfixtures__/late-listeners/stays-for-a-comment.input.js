chrome.storage.local.get({ badge: true }, (options) => {
  // mv3-codemod-ignore late-listeners: of interest while the background lives
  chrome.tabs.onCreated.addListener(() => {
    if (options.badge) console.log('created');
  });
  chrome.tabs.onRemoved.addListener(() => {
    if (options.badge) console.log('removed');
  });
});
