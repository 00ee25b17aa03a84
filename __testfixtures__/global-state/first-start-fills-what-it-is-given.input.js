let moved = 0;
let closed = 0;
let opened = 0;

const handlers = { move() {} };
function install(target) {
  target.move = () => {
    moved++;
  };
}
install(handlers);
chrome.tabs.onMoved.addListener(() => handlers.move());
chrome.tabs.onCreated.addListener(() => chrome.tabs.create({ url: `moved.html?${moved}` }));

const queue = { run: null };
class Host {
  constructor(target) {
    target.run = () => {
      closed += 1;
    };
  }
}
new Host(queue);
chrome.tabs.onRemoved.addListener(() => queue.run());
chrome.tabs.onCreated.addListener(() => chrome.tabs.create({ url: `closed.html?${closed}` }));

const named = {};
function name(list, key) {
  const own = list ?? {};
  own[key] = opened;
}
name(named, 'opened');
chrome.tabs.onCreated.addListener(() => {
  opened += 1;
  chrome.tabs.create({ url: `opened.html?${named.opened}&${opened}` });
});
