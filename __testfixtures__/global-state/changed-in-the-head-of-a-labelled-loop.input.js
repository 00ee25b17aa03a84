const queue = [];
async function send(id) {
  await chrome.storage.local.set({ id });
}
chrome.tabs.onCreated.addListener(async ({ id }) => {
  queue.push(id);
  outer: while (queue.shift()) {
    for (const one of queue) {
      if (one === id) continue outer;
      await send(one);
    }
  }
});
