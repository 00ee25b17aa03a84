const watcher = (function () {
  function onUpdated(tabId) {
    console.log(tabId);
  }
  async function start() {
    const { watch } = await chrome.storage.local.get('watch');
    if (watch) chrome.tabs.onUpdated.addListener(onUpdated);
  }
  function stop() {
    chrome.tabs.onUpdated.removeListener(onUpdated);
  }
  return { start, stop };
})();

watcher.start();
chrome.runtime.onMessage.addListener((message) => {
  if (message === 'stop') watcher.stop();
});
