let last = null;

chrome.runtime.onConnect.addListener((port) => {
  port.onMessage.addListener((message) => {
    last = { text: message.text, from: port.name };
  });
});

chrome.browserAction.onClicked.addListener(() => {
  console.log(last);
});
