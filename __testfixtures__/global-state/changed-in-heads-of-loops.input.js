const queue = [];
let rounds = 0;

async function send(url) {
  await chrome.storage.local.set({ url });
}

chrome.tabs.onCreated.addListener(async (tab) => {
  queue.push(tab.id);
  if (queue.length < 3) return;
  let next;
  while ((next = queue.shift())) {
    await send(next);
  }
  for (; rounds++ < 2;) await send(rounds);
});
chrome.tabs.onActivated.addListener(async ({ tabId }) => {
  queue.push(tabId);
  for (const id of queue.splice(0)) await send(id);
});
chrome.tabs.onRemoved.addListener((id) => {
  queue.push(id);
  while (queue.length > 2 && queue.shift() !== id) console.log(rounds);
  do {
    if (rounds > 5) return;
  } while (++rounds % 3);
  for (let from = rounds++; from < rounds; from++) console.log(from);
});
