chrome.tabs.onCreated.addListener(() => {
  chrome.storage.local.get({ options: {} }, ({ options }) => {
    if (options.on) localStorage.last = Date.now();
  });
});
chrome.tabs.onRemoved.addListener(() => console.log(localStorage.last));
