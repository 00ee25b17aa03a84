let finish;
const finished = new Promise((resolve) => {
  finish = resolve;
});

chrome.bookmarks.onImportEnded.addListener(() => {
  finish();
});

let startListening;
const listening = new Promise((resolve) => {
  startListening = resolve;
});

async function main() {
  await navigator.locks.request('start', () => {});
  const { on } = await chrome.storage.local.get('on');
  if (on) {
    finish();
    startListening();
  }
}

chrome.tabs.onCreated.addListener(async (tab) => {
  await listening;
  chrome.tabs.sendMessage(tab.id, 'watched');
});

main();
finished.then(() => chrome.storage.local.set({ finished: true }));
