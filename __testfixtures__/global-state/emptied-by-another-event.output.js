let session = null;
const stateRestored = chrome.storage.session.get({ session }).then((saved) => {
  session = saved.session;
}).catch(console.error);

function begin() {
  if (session) return session;
  session = { pages: 0 };
  chrome.storage.session.set({ session });
  return session;
}

chrome.commands.onCommand.addListener(async (command) => {
  await stateRestored;
  if (command === 'start') begin();
  else {
    session = null;
    chrome.storage.session.set({ session });
  }
});

chrome.runtime.onMessage.addListener((message, sender, sendResponse) => {
  stateRestored.then(() => {
    sendResponse(session !== null);
  });
  return true;
});
