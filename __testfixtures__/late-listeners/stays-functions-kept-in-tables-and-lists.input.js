// By a name that is computed.
const handlers = {};
const bus = {
  on(name, handler) {
    handlers[name] = handler;
  },
  emit(name) {
    handlers[name]();
  },
};
bus.on('ready', () => {
  chrome.tabs.onCreated.addListener((tab) => console.log('created', tab.id));
});
chrome.storage.local.get('bus', () => bus.emit('ready'));

// By an index.
function each(steps) {
  chrome.storage.local.get('each', () => {
    for (let i = 0; i < steps.length; i++) steps[i]();
  });
}
each([() => {
  chrome.tabs.onRemoved.addListener((id) => console.log('removed', id));
}]);

// All that is given.
function all(...steps) {
  chrome.storage.local.get('all', () => {
    for (const step of steps) step();
  });
}
all(() => {
  chrome.tabs.onMoved.addListener((id) => console.log('moved', id));
});

// One behind the other.
[
  () => chrome.storage.local.get('chain'),
  () => {
    chrome.tabs.onAttached.addListener((id) => console.log('attached', id));
  },
].reduce((last, step) => last.then(step), Promise.resolve());

// What is given where nothing is.
function load(callback = () => {
  chrome.tabs.onDetached.addListener((id) => console.log('detached', id));
}) {
  chrome.storage.local.get('load', () => callback());
}
load();

// The one that is found.
const actions = [
  { name: 'listen', run() { chrome.tabs.onReplaced.addListener((id) => console.log('replaced', id)); } },
  { name: 'rest', run() { console.log('rest'); } },
];
chrome.storage.local.get('action', ({ action }) => {
  actions.find(({ name }) => name === action).run();
});
