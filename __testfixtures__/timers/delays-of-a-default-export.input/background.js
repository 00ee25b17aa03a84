import times from './times.js';

chrome.tabs.onRemoved.addListener(() => {
  setTimeout(() => chrome.action.setBadgeText({ text: '' }), times.oneMinute());
});

setInterval(() => chrome.action.setTitle({ title: times.UNITS.size + ' units' }), times.REFRESH * times.oneMinute());
