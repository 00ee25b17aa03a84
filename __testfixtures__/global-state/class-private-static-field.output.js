class Sessions {
  static #current = 0;
  static open(id) {
    Sessions.#current = id;
    chrome.storage.session.set({ current: Sessions.#current });
  }
  static get(id) { return this.#current === id; }

  static restoreState() {
    return chrome.storage.session.get({ current: this.#current }).then((saved) => {
      this.#current = saved.current;
    }).catch(console.error);
  }
}
const stateRestored = Sessions.restoreState();
chrome.tabs.onActivated.addListener(async ({ tabId }) => {
  await stateRestored;
  Sessions.open(tabId);
});
chrome.action.onClicked.addListener(async ({ id }) => {
  await stateRestored;
  console.log(Sessions.get(id));
});
