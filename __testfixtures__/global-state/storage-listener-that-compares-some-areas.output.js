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
  if (area === 'sync') {
    console.log('synced');
  } else {
    console.log('saved', Object.keys(changes));
  }
});

chrome.storage.onChanged.addListener((changes, area) => {
  if (area === 'session') return;
  switch (area) {
    case 'managed':
      console.log('managed');
      break;
    default:
      console.log('other', Object.keys(changes));
  }
});

chrome.storage.onChanged.addListener((changes, area) => {
  switch (area) {
    case 'local':
      console.log('kept', Object.keys(changes));
  }
});

chrome.storage.onChanged.addListener((changes, area) => {
  if (area === 'session') return;
  console.log(area === 'local' ? 'here' : 'elsewhere');
});

chrome.storage.onChanged.addListener((changes, area) => {
  if (!['local', 'sync'].includes(area)) return;
  console.log('both', Object.keys(changes));
});

chrome.storage.onChanged.addListener(({ color, size }, area) => {
  if (area !== 'sync' && (color || size)) console.log('look');
});
