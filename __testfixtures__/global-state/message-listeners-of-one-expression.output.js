let count = 0;
const seen = [];
const names = {};
const stateRestored = chrome.storage.session.get({ count, seen, names }).then((saved) => {
  count = saved.count;
  seen.push(...saved.seen);
  Object.assign(names, saved.names);
}).catch(console.error);

chrome.runtime.onMessage.addListener((message, sender, sendResponse) => {
  if (message === 'count') {
    stateRestored.then(() => {
      sendResponse(++count);
      chrome.storage.session.set({ count });
    });
    return true;
  }
});
chrome.runtime.onMessage.addListener((message, sender, sendResponse) => {
  if (message.id) {
    stateRestored.then(() => {
      seen.push(message.id);
      sendResponse({
        seen,
        names,
      });
      chrome.storage.session.set({ seen });
    });
    return true;
  }
});
chrome.runtime.onMessage.addListener(message => {
  if (message === 'add') {
    stateRestored.then(() => {
      count++;
      chrome.storage.session.set({ count });
    });
  }
});
chrome.runtime.onMessage.addListener((message) => {
  stateRestored.then(() => {
    remember(message);
  });
});

function remember({ id, name }) {
  if (id) {
    names[id] = name;
    chrome.storage.session.set({ names });
  }
}
