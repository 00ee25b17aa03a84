class Sessions {
  static #current = 0;
  static open(id) { Sessions.#current = id; }
  static get(id) { return this.#current === id; }
}
chrome.tabs.onActivated.addListener(({ tabId }) => {
  Sessions.open(tabId);
});
chrome.action.onClicked.addListener(({ id }) => {
  console.log(Sessions.get(id));
});
