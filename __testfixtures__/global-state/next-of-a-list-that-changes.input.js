const colors = ['red', ''];
let index = 0;

colors.pop();

chrome.browserAction.onClicked.addListener(() => {
  index = (index + 1) % colors.length;
  chrome.browserAction.setBadgeText({ text: String(colors[index]) });
});
