chrome.runtime.onMessage.addListener(({ url }) => {
  const task = {};
  chrome.tabs.create({ url }, (tab) => {
    function loaded(id, { status }) {
      if (id !== tab.id || status !== 'complete') return;
      stop();
      chrome.tabs.sendMessage(id, 'hello');
    }
    function stop() {
      chrome.tabs.onUpdated.removeListener(loaded);
    }
    task.cancel = stop;
    chrome.tabs.onUpdated.addListener(loaded);
  });
});
