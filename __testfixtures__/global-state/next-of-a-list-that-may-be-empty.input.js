const colors = ['red', 'green', 'blue'];
let index = 0;
let back = 0;
let stale = 0;

chrome.browserAction.onClicked.addListener((tab) => {
  const names = tab.title.split(' ');
  index = (index + 1) % names.length;
  back = (back - 1) % 3;
  stale = (stale + tab.index) % 3;
  chrome.browserAction.setBadgeText({ text: `${names[index]} ${Object.is(back, -0)} ${colors[stale]}` });
});
