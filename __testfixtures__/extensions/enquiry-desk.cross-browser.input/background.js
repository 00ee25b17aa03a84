let asked = 0;

chrome.runtime.onMessage.addListener((message, sender, sendResponse) => {
  switch (message.do) {
    case "ask":
      asked++;
      chrome.tabs.query({}, (tabs) => {
        sendResponse(tabs.length > 0 ? "open" : "closed");
      });
      break;
    case "keep":
      keep(message.key, message.text, sendResponse);
      break;
    case "asked":
      sendResponse(asked);
      break;
    case "forget":
      asked = 0;
      break;
  }
});

chrome.runtime.onMessage.addListener(async (message, sender, sendResponse) => {
  if (message.do !== "find") return;
  asked++;
  try {
    sendResponse(await find(message.key));
  } catch (error) {
    sendResponse(error.message);
  }
});
