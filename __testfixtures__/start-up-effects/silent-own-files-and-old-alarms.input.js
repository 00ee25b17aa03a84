let words = [];

chrome.alarms.clear('of-version-1');

fetch(chrome.runtime.getURL('words.json')).then((response) => response.json()).then((list) => {
  words = list;
});
fetch('/names.json').then((response) => response.json()).then((list) => {
  words.push(...list);
});

chrome.alarms.onAlarm.addListener(({ name }) => {
  if (name === 'daily') console.log(words.length);
});
chrome.runtime.onInstalled.addListener(() => {
  chrome.alarms.create('daily', { periodInMinutes: 1440 });
});
