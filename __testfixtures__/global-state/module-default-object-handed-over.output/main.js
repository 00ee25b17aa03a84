import visits from './visits.js';
import { stateRestored } from './visits.js';

chrome.tabs.onUpdated.addListener(async (id, { url }) => {
  await stateRestored;
  if (url) visits.add(url);
});
chrome.browserAction.onClicked.addListener(async () => {
  await stateRestored;
  console.log(visits);
});
