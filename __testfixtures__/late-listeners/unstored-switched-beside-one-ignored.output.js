chrome.commands.onCommand.addListener((command) => {
  if (command === 'start') {
    chrome.tabs.onActivated.addListener(remember);
    listensToHistoryVisited = true;
  } else {
    // mv3-codemod-ignore late-listeners: the session ends with the background
    chrome.tabs.onActivated.removeListener(remember);
    listensToHistoryVisited = false;
  }
});

function remember({ tabId }) {
  chrome.storage.local.set({ last: tabId });
}

function log({ url }) {
  if (!listensToHistoryVisited) return;
  chrome.storage.local.set({ visited: url });
}

let listensToHistoryVisited = false;
chrome.history.onVisited.addListener(log);
