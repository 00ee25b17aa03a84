const OFF = 'off';

function init() {
  chrome.browserAction.setBadgeText({ text: OFF });
}
init();

chrome.runtime.onMessage.addListener((message) => {
  chrome.browserAction.setBadgeText({ text: message.on ? 'on' : OFF });
});
