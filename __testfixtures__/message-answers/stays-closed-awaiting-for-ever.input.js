let release;

chrome.runtime.onMessage.addListener((message, sender, sendResponse) => {
  if (message === 'ready') {
    (async () => {
      await opened();
      sendResponse('ready');
    })();
  }
});

function opened() {
  return new Promise((resolve) => {
    release = resolve;
  });
}

chrome.windows.onCreated.addListener(() => release?.());
