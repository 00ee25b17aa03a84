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
  zero() { this.count = 0; },
};
chrome.tabs.onCreated.addListener(() => {
  console.log(app.double(app.count));
  app.count += 1;
});
chrome.tabs.onRemoved.addListener(() => {
  app.zero();
});
chrome.action.onClicked.addListener(() => {
  console.log(app.count);
});
