const queue = [];
let sent = 0;

async function save(values) {
  await chrome.storage.local.set(values);
}

chrome.tabs.onCreated.addListener(async (tab) => {
  queue.push(tab.id);
  if (queue.length > 2) await save({ first: queue.shift() });
  await save({ sent: ++sent });
  console.log(sent, queue);
});
chrome.tabs.onRemoved.addListener(async () => {
  const answer = await save({ removed: sent++ });
  console.log(answer);
});
