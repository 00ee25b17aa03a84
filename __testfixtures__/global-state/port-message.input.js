let last = null;

chrome.runtime.onConnect.addListener((port) => {
  if (port.name !== 'panel') return;
  port.onMessage.addListener((message) => {
    last = { text: message.text, from: port.name };
  });
});

chrome.browserAction.onClicked.addListener(() => {
  console.log(last);
});
