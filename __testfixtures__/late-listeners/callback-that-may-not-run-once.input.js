// A condition decides about it.
function chosen(callback) {
  chrome.storage.local.get({ on: true }, (items) => {
    if (items.on) callback(items);
  });
}
chosen((items) => {
  chrome.tabs.onCreated.addListener((tab) => chrome.tabs.sendMessage(tab.id, items.on));
});

// It runs twice.
function twice(callback) {
  chrome.storage.local.get('twice', () => {
    callback();
    callback();
  });
}
twice(() => {
  chrome.tabs.onRemoved.addListener((id) => console.log('removed', id));
});

// Another one takes its place.
function replaced(callback) {
  callback = callback.bind(null);
  chrome.storage.local.get('replaced', () => callback());
}
replaced(() => {
  chrome.tabs.onMoved.addListener((id) => console.log('moved', id));
});

// A loop calls it.
async function looping(callback) {
  for (const key of ['a', 'b']) {
    await chrome.storage.local.get(key);
    callback();
  }
}
looping(() => {
  chrome.tabs.onAttached.addListener((id) => console.log('attached', id));
});

// It is kept for later.
const waiting = [];
function queued(callback) {
  waiting.push(callback);
}
queued(() => {
  chrome.tabs.onDetached.addListener((id) => console.log('detached', id));
});
chrome.storage.local.get('queue', () => waiting.forEach((callback) => callback()));

// Its function takes what it is given from `arguments`, too.
function hidden(callback) {
  const all = arguments;
  chrome.storage.local.get('hidden', () => {
    callback();
    all[0]();
  });
}
hidden(() => {
  chrome.tabs.onReplaced.addListener((id) => console.log('replaced', id));
});

// It starts itself again.
function again(callback) {
  chrome.storage.local.get('again', () => {
    callback();
    again(callback);
  });
}
again(() => {
  chrome.tabs.onHighlighted.addListener(({ tabIds }) => console.log('highlighted', tabIds));
});
