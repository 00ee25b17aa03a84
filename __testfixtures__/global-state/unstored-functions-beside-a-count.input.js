let views = [];
let opened = 0;

chrome.runtime.onMessage.addListener((message) => {
  views.push({ name: message.name, show: () => message.name });
  opened += 1;
});

chrome.browserAction.onClicked.addListener(() => {
  if (opened > 100) opened = 0;
  chrome.browserAction.setBadgeText({ text: String(opened) });
});

chrome.commands.onCommand.addListener(() => {
  if (views.length > 100) views = views.slice(1);
});
