class Tabs {
  count = 0;
  onCreated = async () => {
    await stateRestored;
    this.count++;
    chrome.storage.session.set({ count: this.count });
    console.log(this.count);
  };

  start() {
    chrome.tabs.onCreated.addListener(this.onCreated);
  }
}
const tabs = new Tabs();
const stateRestored = chrome.storage.session.get({ count: tabs.count }).then((saved) => {
  tabs.count = saved.count;
}).catch(console.error);
tabs.start();
