let started = false;
let opened = false;
let index = null;

chrome.tabs.onRemoved.addListener((id) => {
  start();
  engine.remove(id);
});
chrome.tabs.onCreated.addListener((tab) => {
  open();
  index.add(tab.title);
});

function start() {
  if (started) return;
  started = true;
  engine.start();
  chrome.tabs.create({ url: 'hello.html' });
}

function open() {
  if (opened) return;
  opened = true;
  index = new Index();
}
