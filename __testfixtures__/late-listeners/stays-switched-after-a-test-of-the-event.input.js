function onMoved(tabId) {
  console.log("moved", tabId);
}

browser.runtime.onMessage.addListener((message) => {
  if (message === "watch" && browser.tabs.onMoved) browser.tabs.onMoved.addListener(onMoved);
  if (message === "stop" && browser.tabs.onMoved) browser.tabs.onMoved.removeListener(onMoved);
});
