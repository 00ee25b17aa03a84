function whenAllAreLoaded() {
  return new Promise((resolve) => {
    const loaded = [];
    const onUpdated = (tabId, { status }) => {
      if (status === "complete") loaded.push(tabId);
      if (loaded.length === 3) {
        chrome.tabs.onUpdated.removeListener(onUpdated);
        resolve(loaded);
      }
    };
    chrome.tabs.onUpdated.addListener(onUpdated);
  });
}

async function start() {
  console.log(await whenAllAreLoaded());
}

start();
