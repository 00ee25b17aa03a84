let loaded = false;
let pending;

// Returns where all is there.
function load(callback) {
  if (loaded) return callback();
  chrome.storage.local.get('tabs', () => {
    loaded = true;
    callback();
  });
}
load(() => {
  chrome.tabs.onCreated.addListener((tab) => console.log('created', tab.id));
});

// Another name of the callback, and a member of the options.
function loadBy({ key, options }) {
  const run = options.done;
  if (loaded) {
    run();
    return;
  }
  chrome.storage.local.get(key, () => run());
}
loadBy({
  key: 'tabs',
  options: {
    done() {
      chrome.tabs.onRemoved.addListener((id) => console.log('removed', id));
    },
  },
});

// Through another helper.
function withAll(work) {
  load(() => work());
}
withAll(listen);
function listen() {
  chrome.tabs.onMoved.addListener((id) => console.log('moved', id));
}

// In a variable.
function later(callback) {
  if (loaded) callback();
  else pending = callback;
}
chrome.storage.local.get('pending', () => pending());
later(() => {
  chrome.tabs.onAttached.addListener((id) => console.log('attached', id));
});

// A method of its own, and a function that tries again.
class Watcher {
  init() {
    if (loaded) this.start();
    else chrome.storage.local.get('watcher', () => this.start());
  }
  start() {
    chrome.tabs.onDetached.addListener((id) => console.log('detached', id));
  }
}
new Watcher().init();

function begin() {
  if (!loaded) {
    setTimeout(begin, 50);
    return;
  }
  chrome.tabs.onReplaced.addListener((id) => console.log('replaced', id));
}
begin();
