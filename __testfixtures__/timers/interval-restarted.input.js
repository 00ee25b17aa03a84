let timer = setInterval(poll, 60000);

function poll() {
  chrome.storage.local.get({ polls: 0 }, ({ polls }) => chrome.storage.local.set({ polls: polls + 1 }));
}

chrome.runtime.onMessage.addListener((message) => {
  if (message === 'now') {
    poll();
    clearInterval(timer);
    timer = setInterval(poll, 60000);
  }
});
