let visits = 0;
let pending = 0;
const open = new Set();
const stateRestored = chrome.storage.session.get({ visits, pending, open: [] }).then((saved) => {
  visits = saved.visits;
  pending = saved.pending;
  for (const value of saved.open) open.add(value);
}).catch(console.error);

function color(id) {
  const result = visits++ % 3;
  chrome.storage.session.set({ visits });
  switch (result) {
    case 0: {
      const result = open.add(id).size > 2 ? 'red' : 'orange';
      chrome.storage.session.set({ open: [...open] });
      return result;
    }
    case 1:
      return 'yellow';
  }
  if (open.size > 5) return 'blue';
  else {
    const result = open.delete(id);
    chrome.storage.session.set({ open: [...open] });
    if (result) return 'green';
  }
  const value = visits > 9 && --pending === 0 ? 'white' : 'grey';
  chrome.storage.session.set({ pending });
  return value;
}

chrome.tabs.onCreated.addListener(async ({ id }) => {
  await stateRestored;
  --pending;
  chrome.storage.session.set({ pending });
  if (!pending) {
    console.log('none left');
  }
  const result = id > 1 && open.delete(id);
  chrome.storage.session.set({ open: [...open] });
  if (result) console.log('again', id);
  chrome.browserAction.setBadgeBackgroundColor({ color: color(id) });
});
chrome.tabs.onRemoved.addListener(async ({ id }) => {
  await stateRestored;
  pending += 2;
  chrome.storage.session.set({ pending });
  if (pending > 4) console.log('many', pending);
});
