let asked = 0;
const stateRestored = chrome.storage.session.get({ asked }).then((saved) => {
  asked = saved.asked;
}).catch(console.error);

chrome.runtime.onMessage.addListener((message, sender, sendResponse) => {
  switch (message.do) {
    case "ask":
      stateRestored.then(() => {
        asked++;
        chrome.storage.session.set({ asked });
        chrome.tabs.query({}, (tabs) => {
          sendResponse(tabs.length > 0 ? "open" : "closed");
        });
      });
      return true;
    case "keep":
      keep(message.key, message.text, sendResponse);
      return true;
    case "asked":
      stateRestored.then(() => {
        sendResponse(asked);
      });
      return true;
    case "forget":
      stateRestored.then(() => {
        asked = 0;
        chrome.storage.session.set({ asked });
      });
      break;
  }
});

chrome.runtime.onMessage.addListener((message, sender, sendResponse) => {
  if (message.do !== "find") return;
  stateRestored.then(() => {
    asked++;
    chrome.storage.session.set({ asked });
    (async () => {
      try {
        sendResponse(await find(message.key));
      } catch (error) {
        sendResponse(error.message);
      }
    })();
  });
  return true;
});
