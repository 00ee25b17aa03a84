chrome.storage.local.get('minutes', ({ minutes }) => {
  setInterval(() => {}, minutes * 60e3);
  setTimeout(() => {}, minutes * 60e3);
});
