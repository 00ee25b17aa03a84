let names = [];
let sorted = [];

chrome.tabs.onCreated.addListener((tab) => {
  names.push(String(tab.id));
});

chrome.commands.onCommand.addListener(() => {
  sorted = names.sort();
});

chrome.browserAction.onClicked.addListener(() => {
  chrome.browserAction.setTitle({ title: sorted.join() });
});
