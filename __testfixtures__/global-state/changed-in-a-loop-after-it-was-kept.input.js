let last = null;

chrome.runtime.onMessage.addListener((message) => {
  for (const step of message.steps) {
    if (step === 'rename') {
      message.title = 'renamed';
    } else {
      last = message;
    }
  }
});
chrome.tabs.onActivated.addListener(() => {
  if (last) chrome.browserAction.setTitle({ title: last.title });
});
