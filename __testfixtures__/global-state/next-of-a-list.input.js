const colors = ['red', 'green', 'blue'];
let index = 0;
let step = 0;

chrome.browserAction.onClicked.addListener(() => {
  index = (index + 1) % colors.length;
  step = (step + 2) % 5;
  chrome.browserAction.setBadgeBackgroundColor({ color: colors[index] });
  chrome.browserAction.setBadgeText({ text: String(step) });
});
