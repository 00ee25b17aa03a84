const waiting = [];
let calls = 0;

chrome.runtime.onMessage.addListener((message, sender, sendResponse) => {
  if (message === 'call') {
    waiting.push(() => console.log(sender.id));
    calls++;
    sendResponse({ calls, waiting: waiting.length });
    return;
  }
  if (message === 'run') {
    return waiting.length > 0 && waiting.shift()();
  }
});
