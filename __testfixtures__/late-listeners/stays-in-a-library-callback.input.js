chrome.storage.local.get('on', () => {
  library.whenIdle(() => {
    chrome.tabs.onCreated.addListener((tab) => console.log(tab.id));
  });
});

chrome.storage.local.get('names', ({ names }) => {
  names.forEach(() => {
    chrome.tabs.onRemoved.addListener((id) => console.log(id));
  });
});
