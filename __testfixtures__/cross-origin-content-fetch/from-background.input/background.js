chrome.runtime.onMessage.addListener((message, sender, sendResponse) => {
  fetch('https://api.example.org/price').then((answer) => answer.json()).then(sendResponse);
  return true;
});
