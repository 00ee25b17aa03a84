let loaded = false;

// At once, and again.
function watch(callback) {
  callback();
  if (!loaded) chrome.storage.local.get('tabs', () => callback());
}
watch(listenCreated);
function listenCreated() {
  chrome.tabs.onCreated.addListener(opened);
}
function opened(tab) {
  console.log('created', tab.id);
}

// The caller says when.
function load(callback, isNow) {
  if (isNow) return callback();
  chrome.storage.local.get('tabs', () => callback());
}
load(() => {
  chrome.tabs.onRemoved.addListener((id) => console.log('removed', id));
}, true);

// Only what is no function is not called.
function call(callback) {
  if (typeof callback === 'function') callback();
  chrome.storage.local.get('tabs', () => callback());
}
call(listenMoved);
function listenMoved() {
  chrome.tabs.onMoved.addListener(moved);
}
function moved(id) {
  console.log('moved', id);
}

// Both branches run it now.
function each(list, callback) {
  if (list.length > 1) callback();
  else list.forEach(() => callback());
}
each([1], () => {
  chrome.tabs.onAttached.addListener((id) => console.log('attached', id));
});

// What an event runs is another matter.
function hear(callback) {
  if (!loaded) callback();
  chrome.runtime.onMessage.addListener(() => {
    callback();
  });
}
hear(listenDetached);
function listenDetached() {
  chrome.tabs.onDetached.addListener(detached);
}
function detached(id) {
  console.log('detached', id);
}
