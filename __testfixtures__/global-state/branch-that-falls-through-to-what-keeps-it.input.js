let last = null;

chrome.runtime.onMessage.addListener((message) => {
  let entry = { title: message.title };
  switch (message.type) {
    case 'keep':
      last = entry;
    case 'rename':
      entry.title = () => 'renamed';
      break;
  }
});
chrome.tabs.onActivated.addListener(() => {
  if (last) chrome.browserAction.setTitle({ title: String(last.title) });
});
