chrome.runtime.onMessage.addListener((message, sender) => {
  if (sender.url === chrome.runtime.getURL('background.html')) console.log(message);
});
