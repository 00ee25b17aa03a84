let asked = 0;
const stateRestored = chrome.storage.session.get({ asked }).then((saved) => {
  asked = saved.asked;
}).catch(console.error);

function answer(message, sender, sendResponse) {
  if (message !== "ask") return;
  stateRestored.then(() => {
    asked++;
    chrome.storage.session.set({ asked });
    sendResponse(asked);
  });
  return true;
}

[chrome.runtime.onMessage, chrome.runtime.onMessageExternal].forEach((event) => event.addListener(answer));
