chrome.storage.local.get({ mode: 'tabs' }, ({ mode }) => {
  if (mode === 'tabs') chrome.tabs.onCreated.addListener((tab) => console.log(tab.id));
  else chrome.windows.onCreated.addListener((window) => console.log(window.id));
});
