let settings = { theme: 'light', size: 1 };
const stateRestored = chrome.storage.session.get({ settings }).then((saved) => {
  settings = saved.settings;
}).catch(console.error);
chrome.runtime.onMessage.addListener((message, sender, sendResponse) => {
  switch (message.type) {
    case 'set':
      stateRestored.then(() => {
        Object.assign(settings, { theme: message.theme });
        chrome.storage.session.set({ settings });
      });
      break;
    case 'get':
      stateRestored.then(() => {
        sendResponse(settings);
      });
      return true;
    default:
      return false;
  }
});
