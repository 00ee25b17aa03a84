async function init() {
  await navigator.locks.request('start', () => {});
  await chrome.bookmarks.create({ title: 'start' });
  chrome.bookmarks.onCreated.addListener((id) => {
    chrome.storage.local.set({ id });
  });
}

init();
