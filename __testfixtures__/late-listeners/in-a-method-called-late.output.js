let startListening;
const listening = new Promise((resolve) => {
  startListening = resolve;
});

class Watcher {
  watch() {
    startListening();
  }
  seen(tab) {
    console.log(tab.id);
  }
}

chrome.tabs.onCreated.addListener(async (tab) => {
  await listening;
  watcher.seen(tab);
});
const watcher = new Watcher();
chrome.storage.local.get('on', ({ on }) => {
  if (on) watcher.watch();
});
