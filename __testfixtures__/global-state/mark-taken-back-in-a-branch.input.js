let recording = false;

chrome.commands.onCommand.addListener((command) => {
  recording = true;
  if (command === 'stop') recording = false;
});

chrome.tabs.onActivated.addListener(({ tabId }) => {
  if (recording) console.log('visited', tabId);
});

let marked = false;

chrome.windows.onCreated.addListener(({ id }) => {
  marked = true;
  id === 3 && (marked = false);
});

let seen = false;

chrome.tabs.onCreated.addListener(({ id }) => {
  for (const known of [1, 2]) {
    seen = true;
    if (known === id) break;
    seen = false;
  }
});

chrome.windows.onFocusChanged.addListener((id) => {
  if (marked) console.log('marked', id);
  if (seen) console.log('seen', id);
});
