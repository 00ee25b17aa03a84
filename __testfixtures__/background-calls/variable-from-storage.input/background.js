var mode = 'light';
chrome.storage.local.get('mode', (saved) => {
  mode = saved.mode;
});
