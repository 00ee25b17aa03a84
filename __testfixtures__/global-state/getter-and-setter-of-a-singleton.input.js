const store = {
  kept: 0,
  get count() {
    return this.kept;
  },
  set count(value) {
    this.kept = value;
  },
};
chrome.tabs.onCreated.addListener(() => {
  store.count++;
});
chrome.runtime.onMessage.addListener((message, sender, reply) => {
  reply(store.count);
});
