function once(task) {
  let running = false;
  return async () => {
    if (running) return;
    running = true;
    await task();
    running = false;
  };
}

async function start() {
  const { folder } = await chrome.storage.local.get("folder");
  let before = await chrome.bookmarks.getChildren(folder);

  const compare = once(async () => {
    const now = await chrome.bookmarks.getChildren(folder);
    if (now.length < before.length) await chrome.tabs.create({ url: "removed.html" });
    before = now;
  });

  chrome.bookmarks.onRemoved.addListener(compare);
  setInterval(() => once(compare)(), 5 * 60 * 1000);
}

start();
