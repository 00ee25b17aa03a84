let frame = 0;

setInterval(() => {
  frame++;
  chrome.browserAction.setBadgeText({ text: '.'.repeat(frame % 4) });
}, 50);
