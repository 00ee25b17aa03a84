let shown = false;
let mode = 'off';
const seen = { told: false, count: 0 };

chrome.tabs.onCreated.addListener(() => {
  seen.count++;
  if (!shown) show();
  if (seen.told) return;
  seen.told = true;
  seen.count = 0;
  chrome.tabs.create({ url: 'hello.html' });
});
chrome.tabs.onRemoved.addListener(() => {
  shown = false;
  console.log(seen.count);
});
chrome.commands.onCommand.addListener((command) => {
  if (command === 'on' && mode !== 'on') {
    mode = 'on';
    chrome.action.setBadgeText({ text: mode });
  } else if (command === 'off' && mode !== 'off') {
    mode = 'off';
    chrome.action.setBadgeText({ text: '' });
  }
});

function show() {
  shown = true;
  chrome.tabs.create({ url: 'list.html' });
}
