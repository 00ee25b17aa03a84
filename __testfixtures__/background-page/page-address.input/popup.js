chrome.runtime.onMessage.addListener((message, sender) => {
  if (sender.url.endsWith('/background.html')) console.log(message, 'the background.html page sent it');
});
