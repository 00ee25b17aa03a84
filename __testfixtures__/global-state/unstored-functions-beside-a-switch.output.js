let muted = false;
const stateRestored = chrome.storage.session.get({ muted }).then((saved) => {
  muted = saved.muted;
}).catch(console.error);
let watchers = [];

chrome.runtime.onMessage.addListener((message, sender, sendResponse) => {
  switch (message.type) {
    case 'mute':
      stateRestored.then(() => {
        muted = true;
        chrome.storage.session.set({ muted });
      });
      break;
    case 'unmute':
      stateRestored.then(() => {
        muted = false;
        chrome.storage.session.set({ muted });
      });
      break;
    case 'watch':
      watchers.push(() => message.name);
      break;
    case 'say':
      stateRestored.then(() => {
        if (!muted) console.log(message.text);
      });
      break;
    case 'names':
      sendResponse(watchers.map((watcher) => watcher()));
      break;
  }
});
