let recording = false;

chrome.commands.onCommand.addListener(async (command) => {
  await stateRestored;
  recording = true;
  chrome.storage.session.set({ recording });
  if (command === 'stop') {
    recording = false;
    chrome.storage.session.set({ recording });
  }
});

chrome.tabs.onActivated.addListener(async ({ tabId }) => {
  await stateRestored;
  if (recording) console.log('visited', tabId);
});

let marked = false;

chrome.windows.onCreated.addListener(async ({ id }) => {
  await stateRestored;
  marked = true;
  id === 3 && (marked = false);
  chrome.storage.session.set({ marked });
});

let seen = false;
const stateRestored = chrome.storage.session.get({ recording, marked, seen }).then((saved) => {
  recording = saved.recording;
  marked = saved.marked;
  seen = saved.seen;
}).catch(console.error);

chrome.tabs.onCreated.addListener(async ({ id }) => {
  await stateRestored;
  for (const known of [1, 2]) {
    seen = true;
    if (known === id) break;
    seen = false;
  }
  chrome.storage.session.set({ seen });
});

chrome.windows.onFocusChanged.addListener(async (id) => {
  await stateRestored;
  if (marked) console.log('marked', id);
  if (seen) console.log('seen', id);
});
