const undo = [];
chrome.runtime.onMessage.addListener((message, sender, sendResponse) => {
  if (message.type === 'do') {
    const step = { url: message.url, at: 1 };
    undo.push(step);
    step.at = 2;
    sendResponse(undo.length);
  } else if (message.type === 'undo') {
    const last = undo.pop();
    sendResponse(last);
  }
});
