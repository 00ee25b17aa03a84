const queue = [];
let rounds = 0;
const stateRestored = chrome.storage.session.get({ queue, rounds }).then((saved) => {
  queue.push(...saved.queue);
  rounds = saved.rounds;
}).catch(console.error);

async function send(url) {
  await chrome.storage.local.set({ url });
}

chrome.tabs.onCreated.addListener(async (tab) => {
  await stateRestored;
  queue.push(tab.id);
  chrome.storage.session.set({ queue });
  if (queue.length < 3) return;
  let next;
  while ((next = queue.shift())) {
    chrome.storage.session.set({ queue });
    await send(next);
  }
  chrome.storage.session.set({ queue });
  for (; rounds++ < 2;) {
    chrome.storage.session.set({ rounds });
    await send(rounds);
  }
  chrome.storage.session.set({ rounds });
});
chrome.tabs.onActivated.addListener(async ({ tabId }) => {
  await stateRestored;
  queue.push(tabId);
  const result = queue.splice(0);
  chrome.storage.session.set({ queue });
  for (const id of result) await send(id);
});
chrome.tabs.onRemoved.addListener(async (id) => {
  await stateRestored;
  queue.push(id);
  chrome.storage.session.set({ queue });
  while (queue.length > 2 && queue.shift() !== id) console.log(rounds);
  chrome.storage.session.set({ queue });
  do {
    chrome.storage.session.set({ rounds });
    if (rounds > 5) return;
  } while (++rounds % 3);
  chrome.storage.session.set({ rounds });
  for (let from = rounds++; from < rounds; from++) console.log(from);
  chrome.storage.session.set({ rounds });
});
