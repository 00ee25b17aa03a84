const tabs = {
  opened: 0,
  closed: 0,

  open() {
    this.opened++;
    chrome.storage.session.set({ opened: this.opened });
  },
};
export const stateRestored = chrome.storage.session.get({ opened: tabs.opened, closed: tabs.closed }).then((saved) => {
  tabs.opened = saved.opened;
  tabs.closed = saved.closed;
}).catch(console.error);

chrome.tabs.onCreated.addListener(async () => {
  await stateRestored;
  tabs.open();
});
chrome.tabs.onRemoved.addListener(async () => {
  await stateRestored;
  tabs.closed++;
  chrome.storage.session.set({ closed: tabs.closed });
});
Object.assign(globalThis, { tabs });
