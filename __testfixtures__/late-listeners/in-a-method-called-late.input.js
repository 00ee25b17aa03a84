class Watcher {
  watch() {
    chrome.tabs.onCreated.addListener((tab) => this.seen(tab));
  }
  seen(tab) {
    console.log(tab.id);
  }
}
const watcher = new Watcher();
chrome.storage.local.get('on', ({ on }) => {
  if (on) watcher.watch();
});
