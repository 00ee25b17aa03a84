function Item(name) { this.name = name; }
function double(value) { return value * 2; }
const port = { opened: 0, open() { this.opened += 1; } };

const app = {
  count: 0,
  Item,
  double,
  query: chrome.tabs.query,
  open: port.open.bind(port),
  later: setTimeout(function () { this.started = true; }, 1000),
  zero() {
    this.count = 0;
    chrome.storage.session.set({ count: this.count });
  },
};
const stateRestored = chrome.storage.session.get({ count: app.count }).then((saved) => {
  app.count = saved.count;
}).catch(console.error);
chrome.tabs.onCreated.addListener(async () => {
  await stateRestored;
  console.log(app.double(app.count));
  app.count += 1;
  chrome.storage.session.set({ count: app.count });
});
chrome.tabs.onRemoved.addListener(async () => {
  await stateRestored;
  app.zero();
});
chrome.action.onClicked.addListener(async () => {
  await stateRestored;
  console.log(app.count);
});
