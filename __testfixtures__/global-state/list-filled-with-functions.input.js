let steps = [];

chrome.runtime.onMessage.addListener((message) => {
  const found = [];
  for (const name of message.names) found.push(() => chrome.browserAction.setTitle({ title: name }));
  steps = found;
});
chrome.tabs.onActivated.addListener(() => {
  steps.forEach((step) => step());
});
