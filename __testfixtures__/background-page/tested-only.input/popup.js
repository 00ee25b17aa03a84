const isBackground = chrome.extension.getBackgroundPage && chrome.extension.getBackgroundPage() === window;
if (chrome.extension.getBackgroundPage) {
  chrome.extension.getBackgroundPage().start();
} else {
  chrome.runtime.sendMessage('start');
}
console.log(isBackground);
