const tabs = {
  opened: 0,
  closed: 0,

  open() {
    this.opened++;
  },
};

chrome.tabs.onCreated.addListener(() => tabs.open());
chrome.tabs.onRemoved.addListener(() => {
  tabs.closed++;
});
Object.assign(globalThis, { tabs });
