let unread = 0;
const stateRestored = chrome.storage.session.get({ unread }).then((saved) => {
  unread = saved.unread;
}).catch(console.error);

function show(text) {
  chrome.action.setBadgeBackgroundColor({ color: text === '' ? '#888' : '#080' });
  chrome.action.setBadgeText({ text });
}

chrome.tabs.onCreated.addListener(async () => {
  await stateRestored;
  unread++;
  chrome.storage.session.set({ unread });
  show(String(unread));
});
chrome.runtime.onMessage.addListener((message) => {
  if (message === 'clear') {
    show('');
  } else if (message === 'read') {
    stateRestored.then(() => {
      show(`${unread}`);
    });
  }
});
chrome.runtime.onConnect.addListener((port) => {
  port.onMessage.addListener(() => {
    show('…');
  });
});
