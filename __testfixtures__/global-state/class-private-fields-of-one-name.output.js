class Tabs {
  #count = 0;
  constructor() {
    chrome.tabs.onCreated.addListener(async () => {
      await stateRestored;
      this.#count++;
      chrome.storage.session.set({ "tabs.count": this.#count });
      console.log(this.#count);
    });
  }

  restoreState() {
    return chrome.storage.session.get({ "tabs.count": this.#count }).then((saved) => {
      this.#count = saved["tabs.count"];
    }).catch(console.error);
  }
}
class Windows {
  #count = 0;
  restoreState() {
    this.restored = true;
  }
  start() {
    this.restoreState();
    chrome.windows.onCreated.addListener(async () => {
      await stateRestored;
      this.#count++;
      chrome.storage.session.set({ "windows.count": this.#count });
      console.log(this.#count);
    });
  }

  restoreSavedState() {
    return chrome.storage.session.get({ "windows.count": this.#count }).then((saved) => {
      this.#count = saved["windows.count"];
    }).catch(console.error);
  }
}
const tabs = new Tabs();
const windows = new Windows();
windows.start();
const stateRestored = Promise.all([
  tabs.restoreState(),
  windows.restoreSavedState()
]);
