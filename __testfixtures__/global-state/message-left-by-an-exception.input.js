let locked = 0;

chrome.runtime.onMessage.addListener((message) => {
  if (message.type === 'lock') {
    if (locked > 2) throw new Error('locked');
    locked++;
  }
  chrome.tabs.create({ url: message.url });
});
