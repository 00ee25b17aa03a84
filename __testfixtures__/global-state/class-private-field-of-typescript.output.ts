class Counter {
  private count = 0;

  listen(): void {
    chrome.tabs.onCreated.addListener(async () => {
      await stateRestored;
      this.count++;
      chrome.storage.session.set({ count: this.count });
    });
    chrome.action.onClicked.addListener(async () => {
      await stateRestored;
      console.log(this.count);
    });
  }

  restoreState() {
    return chrome.storage.session.get({ count: this.count }).then((saved: Record<string, any>) => {
      this.count = saved.count;
    }).catch(console.error);
  }
}
const counter = new Counter();
const stateRestored = counter.restoreState();
counter.listen();
