let count = 0;
const stateRestored = chrome.storage.session.get({ count }).then((saved) => {
  count = saved.count;
}).catch(console.error);

chrome.tabs.onCreated.addListener(async () => {
  await stateRestored;
  count++;
  chrome.storage.session.set({ count });
  console.log(count);
});

chrome.storage.onChanged.addListener((changes, area) => {
  if (area === 'session') return;
  console.log(changes.color && changes.color.newValue);
});

chrome.storage.onChanged.addListener((changes, area) => {
  if (area === 'session') return;
  if (changes.color) console.log('color');
  console.log('something changed');
});

chrome.storage.onChanged.addListener((changes, area) => {
  if (area === 'session') return;
  console.log('changed');
});

chrome.storage.onChanged.addListener((changes) => {
  const { color } = changes;
  const size = changes.size?.newValue;
  if (!color && !size) return;
  console.log('look');
});
