chrome.storage.local.get('seconds', ({ seconds }) => {
  setInterval(() => {}, seconds * 1e3);
  setTimeout(() => {}, seconds * 1e3);
});
