let finish;
const finished = new Promise((resolve) => {
  finish = resolve;
});

chrome.bookmarks.onImportEnded.addListener(() => {
  finish();
});

async function main() {
  await navigator.locks.request('start', () => {});
  const { on } = await chrome.storage.local.get('on');
  if (on) {
    finish();
    chrome.tabs.onCreated.addListener((tab) => {
      chrome.tabs.sendMessage(tab.id, 'watched');
    });
  }
}

main();
finished.then(() => chrome.storage.local.set({ finished: true }));
