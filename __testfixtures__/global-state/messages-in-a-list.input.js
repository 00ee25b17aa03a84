let asked = 0;

function answer(message, sender, sendResponse) {
  if (message !== "ask") return;
  asked++;
  sendResponse(asked);
}

[chrome.runtime.onMessage, chrome.runtime.onMessageExternal].forEach((event) => event.addListener(answer));
