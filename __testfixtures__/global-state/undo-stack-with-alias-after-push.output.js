const undo = [];
const stateRestored = chrome.storage.session.get({ undo }).then((saved) => {
  undo.push(...saved.undo);
}).catch(console.error);
chrome.runtime.onMessage.addListener((message, sender, sendResponse) => {
  if (message.type === 'do') {
    const step = { url: message.url, at: 1 };
    stateRestored.then(() => {
      undo.push(step);
      step.at = 2;
      chrome.storage.session.set({ undo });
      sendResponse(undo.length);
    });
    return true;
  } else if (message.type === 'undo') {
    stateRestored.then(() => {
      const last = undo.pop();
      chrome.storage.session.set({ undo });
      sendResponse(last);
    });
    return true;
  }
});
