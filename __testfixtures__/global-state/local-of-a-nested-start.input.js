function start() {
  listen({ last: null });
}

function listen(state) {
  let visits = 0;
  chrome.tabs.onUpdated.addListener((tabId, { url }) => {
    if (!url) return;
    state.last = url;
    visits++;
  });
  chrome.runtime.onMessage.addListener((message, sender, sendResponse) => {
    sendResponse({ visits, last: state.last });
  });
}

start();
