import visits from './visits.js';

chrome.tabs.onUpdated.addListener((id, { url }) => {
  if (url) visits.add(url);
});
chrome.browserAction.onClicked.addListener(() => console.log(visits));
