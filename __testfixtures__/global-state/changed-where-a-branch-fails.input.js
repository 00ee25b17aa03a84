let last = null;

chrome.runtime.onMessage.addListener((message) => {
  let entry = { title: message.title };
  try {
    if (message.keep) {
      last = entry;
      throw new Error('kept');
    }
  } catch (error) {
    entry.title = 'failed';
  }
});
chrome.tabs.onActivated.addListener(() => {
  if (last) chrome.browserAction.setTitle({ title: last.title });
});
