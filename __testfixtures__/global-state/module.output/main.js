import { label } from './label.js';

let count = 0;
const stateRestored = chrome.storage.session.get({ count }).then((saved) => {
  count = saved.count;
}).catch(console.error);

chrome.tabs.onCreated.addListener(async () => {
  await stateRestored;
  count += 1;
  chrome.storage.session.set({ count });
  console.log(label, count);
});
