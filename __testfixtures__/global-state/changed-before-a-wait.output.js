const queue = [];
let sent = 0;
const stateRestored = chrome.storage.session.get({ queue, sent }).then((saved) => {
  queue.push(...saved.queue);
  sent = saved.sent;
}).catch(console.error);

async function save(values) {
  await chrome.storage.local.set(values);
}

chrome.tabs.onCreated.addListener(async (tab) => {
  await stateRestored;
  queue.push(tab.id);
  chrome.storage.session.set({ queue });
  if (queue.length > 2) {
    const result = queue.shift();
    chrome.storage.session.set({ queue });
    await save({ first: result });
  }
  ++sent;
  chrome.storage.session.set({ sent });
  await save({ sent: sent });
  console.log(sent, queue);
});
chrome.tabs.onRemoved.addListener(async () => {
  await stateRestored;
  const result = sent++;
  chrome.storage.session.set({ sent });
  const answer = await save({ removed: result });
  console.log(answer);
});
